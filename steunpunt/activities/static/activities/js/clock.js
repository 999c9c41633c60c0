/* The clock of the server on every screen: a changed clock on the phone does no harm. */

let base = 0;
let measured = 0;
let until = 0;

export function setClock(now, untilThen) {
  if (now) {
    base = Number(now);
    measured = performance.now();
  }
  if (untilThen !== undefined) until = Number(untilThen) || 0;
  draw();
}

export function serverNow() {
  return Math.round(base + performance.now() - measured);
}

function draw() {
  for (const place of document.querySelectorAll("[data-clock]")) {
    place.hidden = !until;
    if (!until) continue;
    const left = Math.max(0, Math.ceil((until - serverNow()) / 1000));
    const text = left ? `nog ${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}` : "tijd is om";
    place.classList.toggle("live-clock--last", left <= 30);
    if (place.textContent !== text) place.textContent = text;
  }
}

setInterval(draw, 250);
