// Citations: focus or hover shows what stands behind a value, `.` copies value,
// quote, symbol and address as one line.
import { say, single } from "./keys.js";

const card = document.createElement("div");
card.className = "cite-card";
card.hidden = true;
document.body.append(card);

let shown = null;
let leaving = 0;

function show(link) {
  clearTimeout(leaving);
  const source = document.getElementById(link.getAttribute("aria-describedby"));
  if (!source) return;
  shown = link;
  card.replaceChildren(...[...source.childNodes].filter((n) => !n.matches?.("a")).map((n) => n.cloneNode(true)));
  card.hidden = false;
  const at = link.getBoundingClientRect();
  const size = card.getBoundingClientRect();
  const left = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - size.width - 8));
  const below = at.bottom + size.height + 12 < innerHeight || at.top < size.height + 12;
  card.style.left = `${left}px`;
  card.style.top = below ? `${at.bottom + 6}px` : `${at.top - size.height - 6}px`;
}

function hide() {
  shown = null;
  card.hidden = true;
}

const cited = (event) => event.target.closest?.(".cite a");

document.addEventListener("pointerover", (event) => {
  if (card.contains(event.target)) return clearTimeout(leaving);
  const link = cited(event);
  if (link) show(link);
});
document.addEventListener("pointerout", (event) => {
  if (cited(event) || card.contains(event.target)) leaving = setTimeout(hide, 200);
});
document.addEventListener("focusin", (event) => {
  const link = cited(event);
  if (link) show(link);
  else if (shown) hide();
});
document.addEventListener("scroll", () => shown && hide(), { capture: true, passive: true });

// line gives what a copy would hold: of the citation shown or in focus, or of
// the value selected on the desk.
function line() {
  const at = shown ?? document.activeElement?.closest("[data-line]") ?? document.querySelector("[aria-current=true][data-line], .card-of[aria-current=true] [data-line]") ?? document.querySelector("[data-line]:hover");
  return at?.dataset.line?.replace(/, (\/paper\/\S+)$/, `, ${location.origin}$1`);
}

document.addEventListener("keydown", async (event) => {
  if (event.key === "Escape" && shown) return hide();
  if (event.key !== "." || !single(event)) return;
  const text = line();
  if (!text) return;
  event.preventDefault();
  await navigator.clipboard.writeText(text);
  say(document.getElementById("said").dataset.copied);
});
