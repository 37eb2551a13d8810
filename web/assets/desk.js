// The reading desk by keyboard and by mouse. A card is judged in one stroke and
// the next one is there at once: judgements go to the server one after the
// other behind the reader's back, and come back as cards to be swapped.
import { letter, say, single } from "./keys.js";

const desk = document.querySelector("[data-desk]");
const paper = desk.querySelector(".paper");
const address = `/desk/${desk.dataset.desk}`;
const lens = location.search; // what the page is seen through
const judged = []; // {verdict, card}, the last one last
let queue = Promise.resolve();
let current = null; // the data-card of the card selected

const cards = () => [...desk.querySelectorAll(".card-of")];
const card = () => cards().find((c) => c.dataset.card === current);
const waiting = (c) => c.classList.contains("waiting");

// select makes a card the current one and tints what it rests on.
function select(c, focus = true) {
  for (const old of desk.querySelectorAll(".card-of[aria-current]")) old.removeAttribute("aria-current");
  if (!c) return;
  current = c.dataset.card;
  c.setAttribute("aria-current", "true");
  if (focus) c.focus({ preventScroll: true });
  c.scrollIntoView({ block: "nearest" });
  tint([...c.querySelectorAll(".proposals > li")]);
  remember();
}

// tint marks the words that some values rest on, and scrolls the paper to them.
function tint(values) {
  for (const old of paper.querySelectorAll(".tint")) old.classList.remove("tint");
  const spans = values.map((v) => [Number(v.dataset.s), Number(v.dataset.e)]);
  let first = null;
  for (const part of paper.querySelectorAll("[data-e]")) {
    const [s, e] = [Number(part.dataset.s), Number(part.dataset.e)];
    if (spans.some(([from, to]) => s >= from && e <= to)) {
      part.classList.add("tint");
      first ??= part;
    }
  }
  if (!first) return;
  const [pane, word] = [paper.getBoundingClientRect(), first.getBoundingClientRect()];
  if (paper.scrollHeight > paper.clientHeight && (word.top < pane.top + 40 || word.bottom > pane.bottom - 40)) {
    paper.scrollTo({ top: paper.scrollTop + word.top - pane.top - pane.height / 3 });
  }
}

let remembering = 0;
function remember() {
  clearTimeout(remembering);
  remembering = setTimeout(() => {
    fetch(`${address}/place`, { method: "POST", body: new URLSearchParams({ card: current }), keepalive: true }).catch(() => {});
  }, 400);
}

// step goes to another card, judged ones included.
function step(by) {
  const all = cards();
  const at = all.findIndex((c) => c.dataset.card === current);
  select(all[Math.max(0, Math.min(all.length - 1, at + by))]);
}

// onward goes to the next card that waits; where none does the desk is done.
function onward() {
  const all = cards();
  const at = all.findIndex((c) => c.dataset.card === current);
  const next = [...all.slice(at + 1), ...all.slice(0, at + 1)].find((c) => waiting(c) && !c.classList.contains("pending"));
  if (next) select(next);
  else settle();
}

// settle shows that nothing waits any more, once that is so.
function settle() {
  queue.then(() => {
    const left = cards().find(waiting);
    const done = document.getElementById("desk-done");
    done.hidden = Boolean(left) || !cards().length;
    if (left) return select(left);
    done.focus();
    done.scrollIntoView({ block: "nearest" });
  });
}

// values walks through the values of the current card.
function walk(by) {
  const boxes = [...card()?.querySelectorAll(".proposals > li") ?? []];
  if (!boxes.length) return;
  const at = boxes.findIndex((li) => li.contains(document.activeElement));
  const to = at + by;
  if (to < 0) return select(card());
  const li = boxes[Math.min(to, boxes.length - 1)];
  (li.querySelector("input[type=checkbox]") ?? li.querySelector("summary"))?.focus();
}

// value gives the value in focus, or the card's first.
const value = () => document.activeElement?.closest(".proposals > li") ?? card()?.querySelector(".proposals > li");

// post sends a form's fields; the answer is HTML, or a sentence thrown.
async function post(to, fields) {
  const answer = await fetch(to, { method: "POST", body: fields, headers: { "X-Fragment": "cards" } });
  if (!answer.ok) throw new Error(new DOMParser().parseFromString(await answer.text(), "text/html").body.textContent);
  return answer;
}

// judge sends the form of a card. What is confirmed must be ticked; rejecting
// with nothing ticked rejects the card. Where all its values are ticked the reader
// goes on at once; where some are left the card comes back with them.
function judge(c, name, judgement) {
  const form = c.querySelector("form");
  const fields = new URLSearchParams(new FormData(form));
  fields.set(name, judgement);
  if (name === "judgement" && judgement === "confirmed" && !fields.has("statement")) return say(desk.dataset.select);
  const all = name === "judgement" && ![...form.querySelectorAll("[name=statement]")].some((box) => !box.checked);
  c.classList.add("pending");
  queue = queue.then(async () => {
    try {
      const answer = await post(form.getAttribute("action"), fields);
      judged.push({ verdict: answer.headers.get("X-Verdict"), card: c.dataset.card });
      count(answer);
      if (name === "rule") return refresh();
      swap(await answer.text());
    } catch (trouble) {
      fail(c, trouble);
    }
  });
  if (all && judgement !== "undone") onward();
  else queue.then(() => (card() && waiting(card()) ? select(card()) : onward()));
}

// count shows how many values wait.
function count(answer) {
  document.getElementById("desk-count").textContent = decodeURIComponent(answer.headers.get("X-Waiting"));
  document.getElementById("desk-done").hidden = answer.headers.get("X-Left") !== "0";
}

// swap puts cards that changed in the place of those that were.
function swap(html) {
  const made = document.createElement("template");
  let moot = false; // the current card was judged with another one
  made.innerHTML = html;
  for (const fresh of [...made.content.querySelectorAll(".card-of")]) {
    const old = document.getElementById(fresh.id);
    if (!old || old.classList.contains("pending") && old.dataset.card !== judged.at(-1)?.card) continue;
    const held = old.contains(document.activeElement);
    old.replaceWith(fresh);
    if (fresh.dataset.card !== current) continue;
    select(fresh, held);
    moot = !waiting(fresh) && current !== judged.at(-1)?.card;
  }
  if (moot) onward();
}

// refresh fetches the whole desk again: after a rule, an undoing, a "same as".
async function refresh() {
  const answer = await fetch(address + lens);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  desk.querySelector(".cards").replaceWith(page.querySelector(".cards"));
  document.getElementById("desk-count").textContent = page.getElementById("desk-count").textContent;
}

function fail(c, trouble) {
  const now = document.getElementById(c.id) ?? c;
  now.classList.remove("pending");
  now.querySelector(".notice")?.remove();
  const notice = document.createElement("p");
  notice.className = "notice bad";
  notice.setAttribute("role", "alert");
  notice.textContent = `${desk.dataset.failed} ${trouble.message}`;
  now.prepend(notice);
  select(now);
}

function undo() {
  const last = judged.pop();
  queue = queue.then(async () => {
    const c = card();
    try {
      if (last) {
        current = last.card;
        await post("/undo", new URLSearchParams({ verdict: last.verdict }));
      } else if (c?.querySelector("[name=judged]")) {
        const fields = new URLSearchParams(new FormData(c.querySelector("form")));
        fields.set("judgement", "undone");
        await post(c.querySelector("form").getAttribute("action"), fields);
      } else return;
      await refresh();
      select(card());
      settleQuietly();
    } catch (trouble) {
      fail(c, trouble);
    }
  });
}

function settleQuietly() {
  document.getElementById("desk-done").hidden = cards().some(waiting);
}

// selection gives the bytes of the text that are selected in the paper.
function selection() {
  const chosen = getSelection();
  if (!chosen.rangeCount || chosen.isCollapsed) return null;
  const range = chosen.getRangeAt(0);
  const byte = (node, offset) => {
    const part = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-s]");
    if (!part || !paper.contains(part)) return -1;
    const before = node.nodeType === Node.TEXT_NODE ? node.data.slice(0, offset) : "";
    return Number(part.dataset.s) + new TextEncoder().encode(before).length;
  };
  const [start, end] = [byte(range.startContainer, range.startOffset), byte(range.endContainer, range.endOffset)];
  return start >= 0 && end > start ? { start, end } : null;
}

function add() {
  const at = selection();
  if (!at) {
    document.getElementById("quote")?.focus();
    return say(desk.dataset.select);
  }
  location.assign(`/enter?${new URLSearchParams([...new URLSearchParams(lens), ...Object.entries({ document: desk.dataset.desk, edition: desk.dataset.edition, ...at, back: address + lens })])}`);
}

function same() {
  const fold = card()?.querySelector("details.same");
  if (!fold) return;
  fold.open = true;
  fold.querySelector("button").focus();
}

const keys = {
  j: () => step(1), k: () => step(-1), ArrowDown: () => walk(1), ArrowUp: () => walk(-1),
  y: () => decide("confirmed"), n: () => decide("rejected"), u: () => decide("unsure"),
  e: () => card()?.querySelector("[data-key=e]")?.click(), m: same, z: undo, a: add,
};

function decide(judgement) {
  const c = card();
  if (!c || c.classList.contains("pending")) return;
  if (waiting(c)) judge(c, "judgement", judgement);
  else if (judgement === "confirmed") onward();
}

document.addEventListener("keydown", (event) => {
  if (!single(event)) return;
  const key = letter(event);
  if (event.shiftKey && key === "y") {
    event.preventDefault();
    const v = value();
    if (v && card()) judge(card(), "rule", v.dataset.rule);
    return;
  }
  if (event.shiftKey || !keys[key]) return;
  event.preventDefault();
  keys[key]();
});

desk.addEventListener("submit", (event) => {
  const form = event.target;
  const c = form.closest(".card-of");
  if (!c || form.method !== "post") return;
  event.preventDefault();
  if (form.matches("[data-swap]")) {
    const fields = new URLSearchParams(new FormData(form, event.submitter));
    queue = queue.then(async () => {
      try {
        const verdict = (await post(form.getAttribute("action"), fields)).headers.get("X-Verdict");
        if (verdict) judged.push({ verdict, card: c.dataset.card });
        await refresh();
        select(card());
      } catch (trouble) {
        fail(c, trouble);
      }
    });
    return;
  }
  current = c.dataset.card;
  judge(c, event.submitter.name, event.submitter.value);
});

desk.addEventListener("focusin", (event) => {
  const c = event.target.closest(".card-of");
  if (c && c.dataset.card !== current) select(c, false);
  const v = event.target.closest(".proposals > li");
  if (v) tint([v]);
});
desk.addEventListener("click", (event) => {
  const c = event.target.closest(".card-of");
  if (c && !event.target.closest("a, button, summary, input, label")) select(c);
});
// A click on words of the paper leads to the card that rests on them.
paper.addEventListener("click", (event) => {
  const part = event.target.closest("[data-e]");
  if (!part || !getSelection().isCollapsed) return;
  const [s, e] = [Number(part.dataset.s), Number(part.dataset.e)];
  const holds = (li) => Number(li.dataset.s) <= s && Number(li.dataset.e) >= e;
  const c = cards().find((one) => [...one.querySelectorAll(".proposals > li")].some(holds));
  if (c) select(c);
});

const hash = document.getElementById(decodeURIComponent(location.hash.slice(1)));
const left = cards().find((c) => c.dataset.card === desk.dataset.left);
select((hash?.matches(".card-of") && hash) || (left && waiting(left) && left) || cards().find(waiting) || cards()[0]);
desk.dataset.ready = "yes";
