import { offer } from "../more.ts";
import { createDesk } from "./desk.ts";

offer("desk", { createDesk });
