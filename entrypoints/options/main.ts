import { createAddAccount } from "../../src/app/parts/AddAccount.tsx";
import { startApp } from "../../src/app/start.tsx";

startApp("tab", createAddAccount);
