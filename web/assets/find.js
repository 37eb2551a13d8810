// Fields that refer to an entity offer names as they are typed. The field next
// to it carries which entity was taken; typing on takes that back.
import { combobox } from "./list.js";

let made = 0;

// find wires the fields that refer to entities.
export function find(root) {
  for (const input of root.querySelectorAll("input[data-find]")) {
    const hidden = input.parentElement.querySelector("input[type=hidden]");
    if (!hidden) continue;
    const list = document.createElement("ul");
    list.id = `find-${made++}`;
    list.className = "offers under";
    list.hidden = true;
    list.setAttribute("aria-label", input.labels[0]?.textContent ?? "");
    input.after(list);
    const box = combobox(input, list, async (words) => {
      if (words.length < 2) return "";
      const answer = await fetch(`${input.dataset.find}&q=${encodeURIComponent(words)}`, { headers: { "X-Fragment": "options" } });
      return answer.ok ? answer.text() : "";
    }, (item) => {
      input.value = item.dataset.name;
      hidden.value = item.dataset.ref;
    });
    input.addEventListener("input", () => {
      hidden.value = "";
      box.later(false);
    });
    input.addEventListener("blur", () => box.open(false));
  }
}
