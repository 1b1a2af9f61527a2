import { createAddAccount } from "../../src/app/views/accounts/AddAccount.tsx";
import { startApp } from "../../src/app/start.tsx";

startApp("tab", createAddAccount);
