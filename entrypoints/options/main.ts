import { startApp } from "../../src/app/start.tsx";
import { createAddAccount } from "../../src/app/views/accounts/AddAccount.tsx";

startApp("tab", createAddAccount);
