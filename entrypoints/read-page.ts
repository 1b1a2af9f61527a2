import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { readMetadata } from "../src/metadata/read-metadata.ts";

// The last value of an injected script is its answer.
export default defineUnlistedScript(() => readMetadata(document, location.href));
