import { handleCopyMessages } from "../../src/background/browser/clipboard-page.ts";

const field = document.querySelector("textarea");
if (field) handleCopyMessages(field);
