import { startApp } from "../../src/app/start.tsx";

startApp("popup", null);
