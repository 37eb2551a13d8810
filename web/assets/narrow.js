// A list is narrowed as its facets are ticked: the page is fetched and swapped
// in place, the focus stays where it was.
import { say } from "./keys.js";

// narrow wires the form of facets.
export function narrow(root) {
  const form = root.querySelector("form.facets");
  if (!form) return;
  form.addEventListener("change", async (event) => {
    if (event.target.type !== "checkbox") return;
    const words = new URLSearchParams([...new FormData(form)].filter(([, v]) => v !== ""));
    const address = `${form.action}?${words}`;
    const answer = await fetch(address);
    if (!answer.ok) return form.requestSubmit();
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const { name, value } = event.target;
    for (const part of [".head", ".with-facets"]) document.querySelector(part).replaceWith(page.querySelector(part));
    history.replaceState(null, "", address);
    document.querySelector(`form.facets input[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`)?.focus();
    say(document.querySelector(".head .rows")?.textContent ?? "");
    narrow(document);
  });
}
