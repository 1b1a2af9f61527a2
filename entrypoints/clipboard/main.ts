import { handleCopyMessages } from "../../src/background/browser/offscreen-clipboard.ts";

const field = document.querySelector("textarea");
if (field) handleCopyMessages(field);
