/* The shapes of the map: filled, outlined, dashed, square and round come before colour. */

export function sizes(zoom) {
  const step = Math.max(0, Math.min(1, (zoom - 7) / 6));
  return {
    dot: 0.9 + 3.6 * step,
    core: 3.6 + 3.4 * step,
    shell: 3.4 + 3.2 * step,
    node: 6.5 + 4.5 * step,
    square: 3 + 3.5 * step,
  };
}

/* Many equal dots in one go. Small ones become squares, which nobody can tell from round, one per pixel place:
   otherwise towns turn into blots. */
export function dots(context, points, radius, colour, alpha) {
  context.globalAlpha = alpha;
  context.fillStyle = colour;
  if (radius < 1.9) smallDots(context, points, radius);
  else roundDots(context, points, radius);
  context.globalAlpha = 1;
}

function smallDots(context, points, radius) {
  const side = Math.max(1.6, 2 * radius);
  const taken = new Set();
  for (const { x, y } of points) {
    const place = Math.floor(x / side) * 65536 + Math.floor(y / side);
    if (taken.has(place)) continue;
    taken.add(place);
    context.fillRect(x - side / 2, y - side / 2, side, side);
  }
}

function roundDots(context, points, radius) {
  context.beginPath();
  for (const { x, y } of points) {
    context.moveTo(x + radius, y);
    context.arc(x, y, radius, 0, 2 * Math.PI);
  }
  context.fill();
}

function circle(context, { x, y }, radius) {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
}

function fillAndStroke(context, fill, stroke, width) {
  context.fillStyle = fill;
  context.strokeStyle = stroke;
  context.lineWidth = width;
  context.fill();
  context.stroke();
}

export function core(context, point, radius, palette) {
  circle(context, point, radius);
  fillAndStroke(context, palette.sea, palette.card, 1.2);
}

export function shell(context, point, radius, palette) {
  circle(context, point, radius);
  fillAndStroke(context, palette.card, palette.sea, 2);
}

export function square(context, { x, y }, half, palette) {
  context.beginPath();
  context.rect(x - half, y - half, 2 * half, 2 * half);
  fillAndStroke(context, palette.ink, palette.card, 1.5);
}

/* A knot in the thread: a ring with a heart. */
export function node(context, point, radius, palette) {
  circle(context, point, radius + 1.5);
  context.fillStyle = palette.card;
  context.fill();
  circle(context, point, radius - 1);
  fillAndStroke(context, palette.card, palette.thread, 2.4);
  circle(context, point, radius * 0.5);
  context.fillStyle = palette.thread;
  context.fill();
}

/* Several schools on one spot: a second line around the mark. */
export function shared(context, point, radius, palette) {
  circle(context, point, radius + 2.5);
  context.strokeStyle = palette.soft;
  context.lineWidth = 1;
  context.stroke();
}

export function lit(context, point, radius, palette) {
  circle(context, point, radius + 5);
  context.strokeStyle = palette.ink;
  context.lineWidth = 2.5;
  context.stroke();
}

/* The reader's own place: a cross in a ring. */
export function here(context, { x, y }, palette) {
  context.strokeStyle = palette.ink;
  context.lineWidth = 2;
  context.beginPath();
  for (const [dx, dy] of [[1, 0], [-1, 0], [0, 1], [0, -1]]) {
    context.moveTo(x + 4 * dx, y + 4 * dy);
    context.lineTo(x + 14 * dx, y + 14 * dy);
  }
  context.moveTo(x + 10, y);
  context.arc(x, y, 10, 0, 2 * Math.PI);
  context.stroke();
}

export function bubble(context, point, radius, palette, family) {
  circle(context, point, radius);
  context.fillStyle = palette.bubble;
  context.fill();
  context.font = `600 ${radius < 13 ? 11 : 12.5}px ${family}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillStyle = palette.ink;
  context.fillText(point.count.toLocaleString("nl-NL"), point.x, point.y + 0.5);
}

export function line(context, from, to, palette, dashed) {
  context.setLineDash(dashed ? [3, 3.5] : []);
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.lineTo(to.x, to.y);
  context.strokeStyle = palette.sea;
  context.lineWidth = 1.2;
  context.stroke();
  context.setLineDash([]);
}
