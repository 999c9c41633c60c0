/* The area of a partnership: the convex hull of its schools, kept at a distance with round corners. */

function turn(o, a, b) {
  return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
}

function half(points) {
  const chain = [];
  for (const point of points) {
    while (chain.length >= 2 && turn(chain.at(-2), chain.at(-1), point) <= 0) chain.pop();
    chain.push(point);
  }
  chain.pop();
  return chain;
}

export function hull(points) {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  if (sorted.length < 3) return sorted;
  return [...half(sorted), ...half(sorted.reverse())];
}

/* Round every corner with an arc from the normal of one side to the normal of the next. */
export function tracePadded(context, points, padding) {
  const corners = hull(points);
  context.beginPath();
  corners.forEach((corner, i) => {
    if (corners.length === 1) return context.arc(corner.x, corner.y, padding, 0, 2 * Math.PI);
    const before = corners.at(i - 1);
    const after = corners[(i + 1) % corners.length];
    const from = Math.atan2(corner.y - before.y, corner.x - before.x) - Math.PI / 2;
    const to = Math.atan2(after.y - corner.y, after.x - corner.x) - Math.PI / 2;
    return context.arc(corner.x, corner.y, padding, from, to);
  });
  context.closePath();
}
