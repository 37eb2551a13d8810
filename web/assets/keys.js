// Single keys that every page knows, and how keys are named. A reader can
// switch single keys off on the page of keys; the choice stays in the browser.

const setting = "single-keys";

// letter gives the Latin letter of a key press: the one typed, or, under a
// keyboard of another script, the one printed on the key.
export function letter(event) {
  if (/^[a-z]$/i.test(event.key)) return event.key.toLowerCase();
  const code = /^Key([A-Z])$/.exec(event.code || "");
  return code && !/^[\x20-\x7e]$/.test(event.key) ? code[1].toLowerCase() : event.key;
}

// single reports whether a key press is a single key meant for the page, and
// not text typed into a field.
export function single(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return false;
  if (localStorage.getItem(setting) === "off") return false;
  const at = event.target;
  if (at.closest?.("dialog[open]")) return false;
  return !(at.isContentEditable || at.closest?.("textarea, select, input:not([type=checkbox], [type=radio], [type=button])"));
}

// say has a screen reader say something.
export function say(text) {
  const at = document.getElementById("said");
  at.textContent = "";
  requestAnimationFrame(() => { at.textContent = text; });
}

async function showKeys() {
  const dialog = document.getElementById("keys");
  if (!dialog.childElementCount) {
    const answer = await fetch("/help");
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const table = page.getElementById("keys-table");
    table.removeAttribute("id");
    table.className = "";
    table.tabIndex = 0;
    dialog.append(table, closer(dialog));
    wire(dialog);
  }
  dialog.showModal();
}

// closer is a button that closes a dialog.
export function closer(dialog) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = dialog.dataset.close;
  button.addEventListener("click", () => dialog.close());
  return button;
}

function wire(root) {
  for (const box of root.querySelectorAll("[data-single-keys]")) {
    box.checked = localStorage.getItem(setting) !== "off";
    box.addEventListener("change", () => localStorage.setItem(setting, box.checked ? "on" : "off"));
  }
}

document.addEventListener("keydown", (event) => {
  if (!single(event)) return;
  if (event.key === "?") {
    event.preventDefault();
    showKeys();
  } else if (event.key === "/" || event.code === "Slash" && letter(event) === "/") {
    event.preventDefault();
    document.querySelector("form[role=search] input").focus();
  }
});
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-keys]")) {
    event.preventDefault();
    showKeys();
  }
});
wire(document);
