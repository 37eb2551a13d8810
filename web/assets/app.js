// The script of every page: comfort over pages that work without it.
import "./keys.js";
import "./cite.js";
import "./palette.js";
import { find } from "./find.js";
import { narrow } from "./narrow.js";

document.documentElement.classList.add("scripted");
find(document);
narrow(document);
if (document.querySelector("[data-desk]")) import("./desk.js");
if (document.querySelector("[data-receive]")) import("./receive.js");
