/* Groups points that would lie on top of each other on the screen: a grid, then close neighbours together. */

const CELL = 72;
const LOOSE_FROM = 12.5;
const BUBBLES_FROM = 8.5;
const FEWEST = 6;

/* Far away the dots themselves show where schools are many; there a cluster can be pointed at but is not drawn. */
export function drawsBubbles(zoom) {
  return zoom >= BUBBLES_FROM && zoom < LOOSE_FROM;
}

export function radiusFor(count) {
  return 7 + 1.7 * Math.log2(count);
}

function merge(into, other) {
  const total = into.count + other.count;
  into.x = (into.x * into.count + other.x * other.count) / total;
  into.y = (into.y * into.count + other.y * other.count) / total;
  into.count = total;
  into.points.push(...other.points);
}

function touching(one, other) {
  const reach = radiusFor(one.count) + radiusFor(other.count) + 2;
  return (one.x - other.x) ** 2 + (one.y - other.y) ** 2 < reach ** 2;
}

/* Largest first; a smaller one that would touch it goes into it. */
function mergeTouching(cells) {
  const kept = [];
  for (const cell of cells.sort((a, b) => b.count - a.count)) {
    const near = kept.find((other) => touching(other, cell));
    if (near) merge(near, cell);
    else kept.push(cell);
  }
  return kept;
}

/* `points` are { x, y, count } in pixels; the grid is tied to the world, so that panning moves nothing.
   Answers the bubbles and the points that stay alone. */
export function cluster(points, view) {
  if (view.zoom >= LOOSE_FROM) return { bubbles: [], loose: points };
  const cells = new Map();
  for (const point of points) {
    const key = Math.floor((point.x + view.x) / CELL) * 65536 + Math.floor((point.y + view.y) / CELL);
    const cell = cells.get(key);
    if (cell) merge(cell, { ...point, points: [point] });
    else cells.set(key, { x: point.x, y: point.y, count: point.count, points: [point] });
  }
  const bubbles = mergeTouching([...cells.values()]);
  return {
    bubbles: bubbles.filter((bubble) => bubble.count >= FEWEST),
    loose: bubbles.filter((bubble) => bubble.count < FEWEST).flatMap((bubble) => bubble.points),
  };
}
