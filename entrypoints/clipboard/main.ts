import { answerCopies } from "../../src/background/clipboard-page.ts";

const field = document.querySelector("textarea");
if (field) answerCopies(field);
