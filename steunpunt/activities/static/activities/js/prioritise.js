/* Cards put in order with buttons, arrow keys or by dragging, on top of a form that works without all this.
   The list on the page is the order; the selects beneath it are what is sent. */

const say = (text, facts) => text.replace(/\{(\w+)\}/g, (_, name) => facts[name] ?? "");

function start(root) {
  root.classList.add("is-live");
  const part = (name) => root.querySelector(`[data-${name}]`);
  const chosen = part("chosen");
  const open = part("open");
  const most = Number(root.dataset.most);
  const cards = [...root.querySelectorAll("[data-card]")];
  const inside = (card, name) => card.querySelector(`[data-${name}]`);
  const titleOf = (card) => card.querySelector('input[type="text"]')?.value.trim() || card.dataset.title;
  const isChosen = (card) => card.parentElement === chosen;

  function tell(text, facts = {}) {
    part("status").textContent = say(text, { ...facts, most, left: most - chosen.children.length });
  }

  /* Hidden parts are switched off too, so that what is not chosen is not sent. */
  function show(element, visible) {
    if (!element) return;
    element.hidden = !visible;
    for (const control of element.querySelectorAll("textarea, input")) control.disabled = !visible;
  }

  function dress(card, place) {
    const select = card.querySelector("select");
    select.value = place ? String(place) : "";
    inside(card, "place").hidden = true;
    inside(card, "number").textContent = place || "";
    for (const name of ["grip", "buttons"]) inside(card, name).hidden = !place;
    show(inside(card, "why"), Boolean(place));
    inside(card, "choose").hidden = Boolean(place) || "own" in card.dataset;
    inside(card, "choose").disabled = chosen.children.length >= most;
    if ("own" in card.dataset) show(card, Boolean(place));
    card.classList.toggle("prio-choice--chosen", Boolean(place));
    inside(card, "up").disabled = place === 1;
    inside(card, "down").disabled = place === chosen.children.length;
  }

  function refresh() {
    const order = [...chosen.children];
    for (const card of cards) dress(card, order.indexOf(card) + 1);
    part("none").hidden = order.length > 0;
    const add = part("add-own");
    if (add) add.hidden = order.length >= most || !cards.some((card) => "own" in card.dataset && !isChosen(card));
  }

  function changed() {
    refresh();
    root.dispatchEvent(new Event("change", { bubbles: true }));
  }

  /* The other card moves, so that this one keeps its focus and the finger that drags it. */
  function move(card, step) {
    const other = step < 0 ? card.previousElementSibling : card.nextElementSibling;
    if (!other) return false;
    if (step < 0) card.after(other);
    else card.before(other);
    changed();
    tell(root.dataset.moved, { title: titleOf(card), place: [...chosen.children].indexOf(card) + 1, count: chosen.children.length });
    return true;
  }

  function choose(card) {
    if (chosen.children.length >= most) return;
    chosen.append(card);
    changed();
    tell(chosen.children.length < most ? root.dataset.left : root.dataset.full);
    ("own" in card.dataset ? card.querySelector('input[type="text"]') : inside(card, "grip")).focus();
  }

  function drop(card) {
    const home = "own" in card.dataset ? part("own-cards") : open;
    const later = [...home.children].find((other) => cards.indexOf(other) > cards.indexOf(card));
    home.insertBefore(card, later ?? null);
    changed();
    tell(root.dataset.dropped, { title: titleOf(card) });
    const next = inside(card, "choose");
    (next.hidden ? part("add-own") : next)?.focus();
  }

  function drag(card, begin) {
    const grip = inside(card, "grip");
    grip.setPointerCapture(begin.pointerId);
    card.classList.add("is-dragged");
    const follow = (event) => {
      const before = card.previousElementSibling?.getBoundingClientRect();
      const after = card.nextElementSibling?.getBoundingClientRect();
      if (before && event.clientY < before.top + before.height / 2) move(card, -1);
      else if (after && event.clientY > after.top + after.height / 2) move(card, 1);
    };
    const stop = () => {
      card.classList.remove("is-dragged");
      grip.removeEventListener("pointermove", follow);
    };
    grip.addEventListener("pointermove", follow);
    for (const name of ["pointerup", "pointercancel"]) grip.addEventListener(name, stop, { once: true });
  }

  root.addEventListener("click", (event) => {
    if (event.target.closest("[data-add-own]")) {
      const free = cards.find((card) => "own" in card.dataset && !isChosen(card));
      if (free) choose(free);
      return;
    }
    const card = event.target.closest("[data-card]");
    const button = card && event.target.closest("[data-choose], [data-up], [data-down], [data-drop]");
    if (!button) return;
    if ("choose" in button.dataset) choose(card);
    else if ("drop" in button.dataset) drop(card);
    else {
      move(card, "up" in button.dataset ? -1 : 1);
      (button.disabled ? inside(card, "up" in button.dataset ? "down" : "up") : button).focus();
    }
  });
  root.addEventListener("keydown", (event) => {
    const grip = event.target.closest("[data-grip]");
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!grip || !step) return;
    event.preventDefault();
    move(grip.closest("[data-card]"), step);
  });
  root.addEventListener("pointerdown", (event) => {
    const grip = event.target.closest("[data-grip]");
    if (grip && event.button === 0) drag(grip.closest("[data-card]"), event);
  });

  const places = (card) => Number(card.querySelector("select").value);
  chosen.append(...cards.filter(places).sort((one, other) => places(one) - places(other)).slice(0, most));
  for (const name of ["chosen-part", "open-head"]) part(name).hidden = false;
  part("plain").hidden = true;
  const own = part("own-part");
  if (own) {
    own.open = true;
    own.querySelector("summary").hidden = true;
  }
  refresh();
}

function startAll() {
  for (const root of document.querySelectorAll("[data-prioritise]:not(.is-live)")) start(root);
}

startAll();
document.addEventListener("htmx:load", startAll);
