// A field with a list of options beneath it, moved through with the arrows
// while the focus stays in the field (the combobox of ARIA's practices).

// combobox joins a field and its list. fetchOptions(words) gives HTML of
// role=option items; choose(item) is called with the one taken.
export function combobox(input, list, fetchOptions, choose) {
  let asked = 0;
  let timer = 0;
  let at = -1;
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");
  list.setAttribute("role", "listbox");

  const items = () => [...list.querySelectorAll("[role=option]:not([aria-disabled])")];
  const open = (yes) => {
    list.hidden = !yes;
    input.setAttribute("aria-expanded", String(yes));
  };
  const mark = (n) => {
    const all = items();
    at = all.length ? (n + all.length) % all.length : -1;
    all.forEach((item, i) => item.setAttribute("aria-selected", String(i === at)));
    if (at < 0) return input.removeAttribute("aria-activedescendant");
    all[at].id ||= `${list.id}-${at}`;
    input.setAttribute("aria-activedescendant", all[at].id);
    all[at].scrollIntoView({ block: "nearest" });
  };
  const ask = async (first) => {
    const mine = ++asked;
    const html = await fetchOptions(input.value.trim());
    if (mine !== asked) return;
    list.innerHTML = html;
    open(list.childElementCount > 0);
    at = -1;
    if (first) mark(0);
  };
  const later = (first) => {
    clearTimeout(timer);
    timer = setTimeout(() => ask(first), 90);
  };
  const take = (item) => {
    asked++;
    clearTimeout(timer);
    open(false);
    choose(item);
  };

  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) ask(true);
      else mark(at + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Enter" && !list.hidden && items()[at]) {
      event.preventDefault();
      take(items()[at]);
    } else if (event.key === "Escape" && !list.hidden && !input.closest("dialog")) {
      event.preventDefault();
      open(false);
    }
  });
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const item = event.target.closest("[role=option]:not([aria-disabled])");
    if (item) take(item);
  });
  return { ask, later, open };
}
