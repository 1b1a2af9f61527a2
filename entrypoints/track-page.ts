import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { start } from "../src/content/start.ts";

export default defineUnlistedScript(() => start());
