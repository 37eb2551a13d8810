// The palette (Ctrl K): go to a page, find an entity or a paper, do something.
import { closer } from "./keys.js";
import { combobox } from "./list.js";

const dialog = document.getElementById("palette");
let box = null;

function build() {
  const input = document.createElement("input");
  input.type = "search";
  input.setAttribute("aria-label", dialog.getAttribute("aria-label"));
  input.autocomplete = "off";
  const list = document.createElement("ul");
  list.id = "palette-list";
  list.className = "offers";
  list.setAttribute("aria-label", dialog.getAttribute("aria-label"));
  const close = closer(dialog);
  const row = document.createElement("div");
  row.className = "row tight";
  row.append(input, close);
  dialog.append(row, list);
  box = combobox(input, list, async (words) => {
    const at = new URL(document.querySelector("[data-palette]").href);
    at.searchParams.set("q", words);
    const answer = await fetch(at, { headers: { "X-Fragment": "options" } });
    return answer.ok ? answer.text() : "";
  }, (item) => {
    dialog.close();
    location.assign(item.dataset.go);
  });
  input.addEventListener("input", () => box.later(true));
}

function show() {
  if (dialog.open) return;
  if (!box) build();
  dialog.showModal();
  const input = dialog.querySelector("input");
  input.value = "";
  input.focus();
  box.ask(true);
}

document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && (event.code === "KeyK" || event.key === "k")) {
    event.preventDefault();
    show();
  }
});
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-palette]")) {
    event.preventDefault();
    show();
  } else if (event.target === dialog) {
    dialog.close();
  }
});
