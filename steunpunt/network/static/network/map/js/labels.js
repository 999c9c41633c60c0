/* Names on the map: of partnerships and of places. A name that would touch a mark or another name is left out. */
import { worldX, worldY } from "./data.js";

const FAMILY = '"Atkinson Hyperlegible Next", system-ui, sans-serif';

/* A place shows from the zoom that its number of postcode areas earns. */
const RANKS = [[7, 22], [8, 13], [9, 8], [10, 4], [11, 2]];

export function readPlaces(places) {
  return places.map(([name, latitude, longitude, rank]) => ({ name, rank, x: worldX(longitude), y: worldY(latitude) }));
}

function neededRank(zoom) {
  return RANKS.find(([until]) => zoom < until)?.[1] ?? 1;
}

/* Above, below and beside a point, with the point itself left free. */
function around(point, width, height, gap) {
  return [
    { x: point.x + gap, y: point.y - height / 2 },
    { x: point.x - gap - width, y: point.y - height / 2 },
    { x: point.x - width / 2, y: point.y - gap - height },
    { x: point.x - width / 2, y: point.y + gap },
  ];
}

function isFree(box, width, height, taken) {
  return taken.every((other) => box.x + width < other.x || box.x > other.x + other.w || box.y + height < other.y || box.y > other.y + other.h);
}

/* The room that is taken: marks first, then every name that was written. */
export class Labels {
  constructor(context, marks, palette) {
    this.context = context;
    this.palette = palette;
    this.taken = marks.map(({ x, y, r }) => ({ x: x - r, y: y - r, w: 2 * r, h: 2 * r }));
    context.textAlign = "left";
    context.textBaseline = "middle";
    context.lineJoin = "round";
  }

  /* Names that would be cut off are left out. */
  stayWithin(screen) {
    this.screen = screen;
  }

  fits(box, width, height) {
    if (!this.screen) return true;
    const { min, max } = this.screen;
    return box.x >= min.x && box.x + width <= max.x && box.y >= min.y && box.y + height <= max.y;
  }

  write(text, point, { weight, size, colour, gap, centred }) {
    this.context.font = `${weight} ${size}px ${FAMILY}`;
    const width = this.context.measureText(text).width + 4;
    const height = size * 1.3;
    const middle = { x: point.x - width / 2, y: point.y - height / 2 };
    const beside = gap.flatMap((distance) => around(point, width, height, distance));
    const places = centred ? [middle, ...beside] : beside;
    const place = places.find((box) => this.fits(box, width, height) && isFree(box, width, height, this.taken));
    if (!place) return;
    this.taken.push({ ...place, w: width, h: height });
    this.context.lineWidth = 4;
    this.context.strokeStyle = this.palette.land;
    this.context.strokeText(text, place.x + 2, place.y + height / 2);
    this.context.fillStyle = colour;
    this.context.fillText(text, place.x + 2, place.y + height / 2);
  }

  partnerships(nodes) {
    for (const node of nodes) {
      this.write(node.name, node, { weight: 700, size: 13.5, colour: this.palette.ink, gap: [node.r + 5], centred: false });
    }
  }

  towns(places, view) {
    const rank = neededRank(view.zoom);
    const { min, max } = view.bounds;
    for (const place of places) {
      if (place.rank < rank) break;
      const point = { x: place.x * view.scale - view.x, y: place.y * view.scale - view.y };
      if (point.x < min.x || point.x > max.x || point.y < min.y || point.y > max.y) continue;
      const large = place.rank >= 13;
      this.write(place.name, point, { weight: large ? 600 : 400, size: large ? 13.5 : 12.5, colour: this.palette.soft, gap: large ? [14, 24, 34] : [14], centred: true });
    }
  }
}
