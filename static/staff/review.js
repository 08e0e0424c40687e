/* The review page: every place is reached and decided with one key. Each step is a form of the page, sent without leaving it. */

import { Caret, selectedPlace } from "./places.js";
import { openDoubts, rowOf, showPlaceOf, stops } from "./stops.js";

const KEYS_OFF = "review-keys-off";
const work = document.getElementById("work");
const problems = document.getElementById("problems");
const said = document.getElementById("said");
const pick = document.getElementById("pick");
const help = document.getElementById("keys");
const retypeBox = document.getElementById("retype");

let current = null; // the doubt, the mask or the removed passage that the keys act on
let caret = null;
let busy = false;

const bench = () => work.querySelector(".bench");
const editable = () => bench().dataset.editable === "yes";

/* --- sending a step ------------------------------------------------------------------------------------------- */

async function send(fields) {
  if (busy || !editable()) {
    return;
  }
  busy = true;
  work.setAttribute("aria-busy", "true");
  const body = new URLSearchParams({
    csrfmiddlewaretoken: work.querySelector("[name=csrfmiddlewaretoken]").value,
    draft: bench().dataset.draft,
    revision: bench().dataset.revision,
    ...fields,
  });
  try {
    const answer = await fetch(work.dataset.amend, { method: "POST", body, headers: { "X-Requested-With": "fetch" } });
    if (!answer.ok && answer.status !== 409) {
      throw new Error(String(answer.status));
    }
    const { html, problems: found } = await answer.json();
    const place = placeOfCurrent();
    const top = window.scrollY;
    work.innerHTML = html;
    window.scrollTo({ top });
    refreshed(place, found);
  } catch {
    say(["没有保存：服务器没有回答，请检查网络后再试；若登录已过期，请重新登录。"]);
  } finally {
    busy = false;
    work.removeAttribute("aria-busy");
  }
}

function refreshed(place, found) {
  for (const input of document.querySelectorAll("[data-revision]:not(.bench)")) {
    input.value = bench().dataset.revision;
  }
  caret = null;
  pick.hidden = true;
  say(found);
  if (found.length === 0) {
    said.textContent = `已保存，还有${openDoubts().length}处疑点`;
  }
  go(same(place) ?? nextAfter(place), { quiet: found.length > 0 });
}

function say(texts) {
  problems.replaceChildren(
    ...texts.map((text) => {
      const line = document.createElement("p");
      line.className = "warn";
      line.textContent = text;
      return line;
    }),
  );
}

/** A form's fields together with the button that was pressed. */
function sendForm(form, button) {
  const fields = Object.fromEntries(new FormData(form));
  delete fields.csrfmiddlewaretoken;
  send({ ...fields, [button.name]: button.value });
}

/* --- the stops: open doubts first, then every mask and removed passage ---------------------------------------- */

function placeOfCurrent() {
  if (!current) {
    return null;
  }
  const row = current.closest("[data-paragraph]");
  return { doubt: current.dataset.doubt, paragraph: row?.dataset.paragraph, start: current.dataset.s, index: stops().indexOf(current) };
}

/** The same stop after the page was made anew; a doubt that is settled now is no stop any more. */
function same(place) {
  if (!place) {
    return null;
  }
  if (place.doubt) {
    return openDoubts().find((one) => one.dataset.doubt === place.doubt) ?? null;
  }
  return work.querySelector(`[data-paragraph="${place.paragraph}"] :is(button.mask, .removed)[data-s="${place.start}"]`);
}

/** Where to go when the stop is gone. Never to the button that approves: Enter pressed once too often must not publish. */
function nextAfter(place) {
  const all = stops();
  if (place?.doubt) {
    return openDoubts()[0] ?? all[0] ?? null;
  }
  return all[Math.min(place?.index ?? 0, all.length - 1)] ?? null;
}

function go(stop, { quiet = false } = {}) {
  work.querySelector(".current")?.classList.remove("current");
  current = stop?.matches?.(".doubt, button.mask, .removed") ? stop : null;
  if (!stop) {
    return;
  }
  current?.classList.add("current");
  if (stop.matches(".removed")) {
    stop.tabIndex = -1;
  }
  stop.focus({ preventScroll: true });
  showPlaceOf(stop);
  if (!quiet) {
    said.textContent = stop.matches(".doubt") ? stop.querySelector("p").textContent : (stop.title ?? "");
  }
}

function move(step) {
  const all = stops();
  const at = all.indexOf(current);
  go(all[at < 0 ? 0 : (at + step + all.length) % all.length]);
}

/* --- what the keys and buttons do ------------------------------------------------------------------------------ */

/** The place to act on: what is selected, else the mask or passage that is current. */
function place() {
  const selected = selectedPlace();
  if (selected) {
    return selected;
  }
  if (!current || current.matches(".doubt")) {
    return null;
  }
  const paragraph = Number(current.closest("[data-paragraph]").dataset.paragraph);
  return { paragraph, until: paragraph, start: current.dataset.s, end: current.dataset.e, text: current.textContent };
}

function act(verb, extra = {}) {
  const where = place();
  if (!where) {
    say(["请先选中文字，或者用 N、P 走到一处。"]);
    return;
  }
  const { paragraph, start, end, until } = where;
  window.getSelection().removeAllRanges();
  send({ verb, paragraph, start, end, ...(until === paragraph ? {} : { until }), ...extra });
}

function answer(key, verb, everywhere) {
  const button = current?.matches(".doubt") && !selectedPlace() ? current.querySelector(`button[data-key="${key}"]`) : null;
  if (button) {
    sendForm(button.form, button);
  } else if (!current?.matches(".doubt") || selectedPlace()) {
    const category = current?.dataset.category;
    act(verb, { ...(everywhere ? { everywhere: "on" } : {}), ...(category && !selectedPlace() ? { category } : {}) });
  }
}

function retype() {
  const where = place();
  if (!where) {
    return;
  }
  const form = retypeBox.querySelector("form");
  form.elements.category.value = current?.dataset.category ?? "other";
  form.elements.replacement.value = current?.matches("button.mask") ? current.textContent : "×××";
  form.elements.everywhere.checked = false;
  retypeBox.returnValue = "";
  retypeBox.showModal();
  retypeBox.onclose = () => {
    if (retypeBox.returnValue === "ok") {
      const { paragraph, start, end } = where;
      const { category, replacement, everywhere } = form.elements;
      send({ verb: "mask", paragraph, start, end, category: category.value, replacement: replacement.value, ...(everywhere.checked ? { everywhere: "on" } : {}) });
    }
  };
}

function addTerm() {
  const where = selectedPlace();
  if (where) {
    const form = document.getElementById("add-term");
    form.elements.term.value = where.text.trim();
    form.submit();
  }
}

function press(name) {
  const button = work.querySelector(`.steps button[value="${name}"]`);
  if (button && !button.disabled) {
    send({ verb: name });
  }
}

function pickText() {
  const at = current?.matches(".doubt") ? rowOf(current) : current?.closest(".pair[data-row]");
  const row = at ?? [...work.querySelectorAll(".pair[data-row]")].find((one) => one.getBoundingClientRect().bottom > 120);
  if (row) {
    caret = new Caret(row);
    said.textContent = "选取：方向键移动，按住 Shift 扩展，Esc 结束";
  }
}

function approve() {
  const form = document.getElementById("approve");
  const button = form.querySelector("button");
  if (button.disabled) {
    say(["还不能通过：请先核对全部疑点，并看“通过的条件”。"]);
    move(1);
  } else {
    form.requestSubmit(button);
  }
}

const COMMANDS = {
  n: () => move(1),
  p: () => move(-1),
  m: (event) => answer("m", "mask", event.shiftKey),
  k: (event) => answer("k", "keep", event.shiftKey),
  t: retype,
  v: pickText,
  b: addTerm,
  c: () => send({ verb: "passages_right" }),
  o: () => press("ordinals"),
  z: () => press("undo"),
  y: () => press("redo"),
  1: () => act("remove", { passage: "claims" }),
  2: () => act("remove", { passage: "defence" }),
  0: () => act("restore"),
  x: () => document.querySelector("#return textarea, #return input[type=text]")?.focus(),
  "?": () => help.showModal(),
};
const TOOLBAR = {
  mask: () => act("mask"),
  "mask-all": () => act("mask", { everywhere: "on" }),
  keep: () => act("keep"),
  "keep-all": () => act("keep", { everywhere: "on" }),
  retype,
  claims: COMMANDS[1],
  defence: COMMANDS[2],
  restore: COMMANDS[0],
  term: addTerm,
};

function keysAreOn() {
  return localStorage.getItem(KEYS_OFF) !== "yes";
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    approve();
    return;
  }
  if (event.target.matches("input, textarea, select") || document.querySelector("dialog[open]") || !keysAreOn()) {
    return;
  }
  if (event.key === "Escape") {
    caret = null;
    pick.hidden = true;
    window.getSelection().removeAllRanges();
    return;
  }
  if (caret?.key(event)) {
    event.preventDefault();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  if (event.key === "Enter" && event.target.matches(".doubt")) {
    event.preventDefault();
    answer("Enter", "settle", false);
    return;
  }
  const command = COMMANDS[event.key.toLowerCase()];
  if (command) {
    event.preventDefault();
    command(event);
  }
});

/* --- the mouse -------------------------------------------------------------------------------------------------- */

work.addEventListener("submit", (event) => {
  if (event.submitter?.name === "verb") {
    event.preventDefault();
    current = event.target.closest(".doubt") ?? current;
    sendForm(event.target, event.submitter);
  }
});

work.addEventListener("pointerdown", (event) => {
  const pane = event.target.closest(".left, .right");
  work.classList.toggle("picking-left", pane?.classList.contains("left") ?? false);
  work.classList.toggle("picking-right", pane?.classList.contains("right") ?? false);
});

work.addEventListener("click", (event) => {
  const stop = event.target.closest("button.mask, .left .removed, .doubt");
  if (stop && !selectedPlace() && !event.target.closest(".answers")) {
    go(stop);
    if (!stop.matches(".doubt")) {
      offer(stop.getBoundingClientRect());
    }
  }
});

document.addEventListener("selectionchange", () => {
  const where = editable() ? selectedPlace() : null;
  if (where) {
    offer(window.getSelection().getRangeAt(0).getBoundingClientRect());
  } else if (!current || current.matches(".doubt")) {
    pick.hidden = true;
  }
});

/** The toolbar beside what is selected or current. */
function offer(box) {
  if (!editable()) {
    return;
  }
  pick.hidden = false;
  const top = box.bottom + window.scrollY + 6;
  const left = Math.max(8, Math.min(box.left, window.innerWidth - pick.offsetWidth - 12));
  pick.style.setProperty("--top", `${top}px`);
  pick.style.setProperty("--left", `${left + window.scrollX}px`);
}

pick.addEventListener("pointerdown", (event) => event.preventDefault());
pick.addEventListener("click", (event) => {
  const command = TOOLBAR[event.target.dataset.do];
  if (command) {
    command(event);
  }
});

/* --- opening ----------------------------------------------------------------------------------------------------- */

const helpButton = document.querySelector("[data-help]");
helpButton.hidden = false;
helpButton.addEventListener("click", () => help.showModal());
const keysOn = document.querySelector("[data-keys-on]");
keysOn.checked = keysAreOn();
keysOn.addEventListener("change", () => localStorage.setItem(KEYS_OFF, keysOn.checked ? "no" : "yes"));
work.classList.add("with-script");
if (openDoubts().length > 0) {
  go(openDoubts()[0], { quiet: true });
}
