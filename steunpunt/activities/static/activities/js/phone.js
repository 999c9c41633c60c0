/* The phone: follows along, keeps what is typed on this phone, and sends it once, also when the network was away. */

import { keepAsking } from "./asking.js";
import { serverNow, setClock } from "./clock.js";

const WORDS = {
  kept: "Bewaard op deze telefoon",
  sending: "Bezig met versturen…",
  sent: "Verstuurd. Veranderen mag zolang het open is.",
  waiting: "Geen netwerk. Bewaard op deze telefoon; we versturen het zodra het kan.",
  closed: "Het is intussen gesloten. Wat je schreef staat hier nog.",
};
const root = document.querySelector("[data-live]");
const place = root.querySelector("[data-piece]");
const told = root.querySelector("[data-told]");
const store = `werkvorm:${root.dataset.activity}`;
let phase = root.dataset.phase;
let shown = "";
let isDirty = false;
let isSending = false;

/* --- what is kept on this phone; a phone that keeps nothing still works --- */
function read(name) {
  try { return JSON.parse(localStorage.getItem(`${store}:${name}`) ?? "null"); } catch { return null; }
}
function write(name, value) {
  try {
    if (value === null) localStorage.removeItem(`${store}:${name}`);
    else localStorage.setItem(`${store}:${name}`, JSON.stringify(value));
  } catch { /* full or forbidden */ }
}

const handIn = () => place.querySelector("form[data-hand-in]");

function say(text) {
  const line = place.querySelector("[data-state]");
  if (line) line.textContent = text;
  told.textContent = text;
}

function typed(form) {
  return [...new FormData(form)].filter(([name, value]) => typeof value === "string" && name !== "csrfmiddlewaretoken" && name !== "sent_key" && name !== "activity");
}

function restore() {
  const form = handIn();
  const draft = read("draft");
  if (!form || !draft) return;
  const values = new Map();
  for (const [name, value] of draft) values.set(name, [...(values.get(name) ?? []), value]);
  for (const field of form.elements) {
    if (!field.name || field.type === "submit") continue;
    const given = values.get(field.name);
    if (field.type === "checkbox" || field.type === "radio") field.checked = Boolean(given?.includes(field.value));
    else if (given?.length) field.value = given.shift();
  }
  isDirty = true;
  form.dispatchEvent(new CustomEvent("live:restored", { bubbles: true }));
  say(WORDS.kept);
}

/* The same piece again is left alone, and whoever was inside keeps a place for the keyboard. */
function show(html) {
  if (html === shown) return;
  shown = html;
  const wasInside = place.contains(document.activeElement);
  place.innerHTML = html;
  if (wasInside) (handIn() ?? place).querySelector("button[type=submit]")?.focus({ preventScroll: true });
  place.dispatchEvent(new CustomEvent("live:shown", { bubbles: true }));
}

/* --- sending --- */
function newKey() {
  const chance = crypto.getRandomValues(new Uint32Array(2));
  return `${String(serverNow()).padStart(13, "0")}-${chance[0].toString(16)}${chance[1].toString(16)}`;
}

async function post(url, pairs) {
  // The code may have gone on to a next activity while the network was away.
  const body = new URLSearchParams([...pairs, ["activity", root.dataset.activity]]);
  return fetch(url, { method: "POST", body, headers: { "X-CSRFToken": root.dataset.csrf, "X-Live": "1" }, credentials: "same-origin" });
}

function submitted(event) {
  const form = event.target;
  if (!place.contains(form)) return;
  event.preventDefault();
  if (isSending) return;
  const pairs = typed(form);
  if (event.submitter?.name) pairs.push([event.submitter.name, event.submitter.value]);
  if (form.matches("[data-hand-in]")) {
    write("pending", { url: form.action, pairs: [...pairs, ["sent_key", newKey()]] });
    send();
  } else {
    once(form.action, pairs);
  }
}

/* What waits is sent with the key of the press on the button: twice is the same as once. */
async function send() {
  const pending = read("pending");
  if (!pending || isSending) return;
  isSending = true;
  say(WORDS.sending);
  try {
    const answer = await post(pending.url, pending.pairs);
    if (answer.status >= 500 || answer.status === 429) throw new Error(String(answer.status));
    settle(await answer.json(), answer.ok);
  } catch {
    isSending = false;
    say(WORDS.waiting);
  }
}

function settle(news, isKept) {
  isSending = false;
  if (read("pending")) write("pending", null);
  if (news.reload || news.over) return location.reload();
  if (isKept) {
    write("draft", null);
    isDirty = false;
  }
  phase = news.phase;
  setClock(news.now, news.until);
  shown = "";
  show(news.html);
  if (isKept) told.textContent = WORDS.sent;
  else place.querySelector(".alert, .field__error, [aria-invalid]")?.scrollIntoView({ block: "center" });
}

async function once(url, pairs) {
  isSending = true;
  try {
    const answer = await post(url, pairs);
    const news = await answer.json();
    isSending = false;
    if (news.reload) return location.reload();
    phase = news.phase;
    show(news.html);
    restore();
  } catch {
    isSending = false;
    say(WORDS.waiting);
  }
}

/* --- following --- */
function follow(news) {
  if (news.reload || news.over) return location.reload();
  if (news.activity && news.activity !== root.dataset.activity) return location.reload();
  setClock(news.now, news.until);
  const isClosing = phase === "open" && news.phase !== "open";
  const stays = isDirty && (news.phase === phase || isClosing) && news.holds_pen !== false && handIn();
  phase = news.phase;
  if (!stays) {
    show(news.html);
    if (phase === "open") restore();
    return;
  }
  if (isClosing) {
    say(WORDS.closed);
    for (const button of handIn().querySelectorAll("button[type=submit]")) button.disabled = true;
  }
}

place.addEventListener("input", (event) => {
  const form = event.target.closest?.("form[data-hand-in]");
  if (!form) return;
  isDirty = true;
  write("draft", typed(form));
  say(WORDS.kept);
});
document.addEventListener("submit", submitted);
addEventListener("online", send);
root.querySelector("[data-refresh]").hidden = true;
setClock(root.dataset.now, root.dataset.until);
keepAsking(root.dataset.stand, Number(root.dataset.poll), {
  onNews: follow,
  onTime: (now) => setClock(now),
  onAnswer: send,
});
if (phase === "open") restore();
send();
