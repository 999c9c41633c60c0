/* Schools, institutions and partnerships on the map, and which of them lies under the pointer. */
import { CanvasLayer } from "./canvas.js";
import { cluster, drawsBubbles, radiusFor } from "./clusters.js";
import { CORE } from "./data.js";
import { tracePadded } from "./hull.js";
import { Labels, readPlaces } from "./labels.js";
import * as shapes from "./shapes.js";

const FAMILY = '"Atkinson Hyperlegible Next", system-ui, sans-serif';
const MOST_LINES = 4000;
const MANY_NODES = 120;
const NAMES_FROM = 8;

export const Marks = CanvasLayer.extend({
  options: { pane: "marks" },

  show(data, selection, palette) {
    Object.assign(this, { _data: data, _selection: selection, _palette: palette, _chosen: null, _lit: null, _isFiltered: false });
    this.redrawSoon();
  },

  paint(palette) {
    this._palette = palette;
    this.redrawSoon();
  },

  select(selection, isFiltered) {
    Object.assign(this, { _selection: selection, _isFiltered: isFiltered });
    this.redrawSoon();
  },

  /* The one partnership that is drawn as an area, or null. */
  choose(index) {
    this._chosen = index;
    this.redrawSoon();
  },

  name(places) {
    this._places = readPlaces(places);
    this.redrawSoon();
  },

  /* Where the reader's own postcode lies, or null. */
  here(place) {
    this._here = place;
    this.redrawSoon();
  },

  /* The mark that a pointer or a row of the list points at: { x, y } in the world, or null. */
  light(place) {
    this._lit = place;
    this.redrawSoon();
  },

  draw(context, view) {
    this.hits = [];
    if (!this._data) return;
    const size = shapes.sizes(view.zoom);
    const found = this._sortSites(view);
    if (this._chosen !== null) this._drawArea(context, view);
    shapes.dots(context, found.faint, size.dot, this._palette.grey, 0.3);
    this._drawOthers(context, view, found.plain, size);
    const nodes = this._nodes(view);
    this._drawLines(context, view, nodes);
    this._drawInstitutions(context, view, size);
    this._drawMembers(context, found.members, size);
    this._drawNodes(context, view, nodes, size);
    this._drawNames(context, view, nodes);
    if (this._here) shapes.here(context, this._pixel(view, this._here), this._palette);
    if (this._lit) shapes.lit(context, this._pixel(view, this._lit), this._lit.r ?? size.node, this._palette);
  },

  /* The nearest mark within reach of a point of the screen (in layer pixels). */
  at(point, reach = 8) {
    let best = null;
    let nearest = Infinity;
    for (const hit of this.hits) {
      const distance = Math.hypot(hit.x - point.x, hit.y - point.y) - hit.r;
      if (distance <= reach && distance - hit.weight < nearest) {
        best = hit;
        nearest = distance - hit.weight;
      }
    }
    return best;
  },

  _pixel(view, place) {
    return { x: place.x * view.scale - view.x, y: place.y * view.scale - view.y };
  },

  _inView(view, point) {
    const { min, max } = view.bounds;
    return point.x >= min.x - 20 && point.x <= max.x + 20 && point.y >= min.y - 20 && point.y <= max.y + 20;
  },

  /* Shared points in sight: out of focus, in a partnership, or plain. */
  _sortSites(view) {
    const { sites } = this._data;
    const found = { faint: [], plain: [], members: [] };
    const rings = this._ringsNow();
    for (let group = 0; group < sites.starts.length - 1; group += 1) {
      const from = sites.starts[group];
      const point = this._pixel(view, { x: sites.x[from], y: sites.y[from] });
      if (!this._inView(view, point)) continue;
      const until = sites.starts[group + 1];
      let count = 0;
      let ring = 0;
      for (let i = from; i < until; i += 1) {
        if (!this._selection.sites[i]) continue;
        count += 1;
        ring |= rings[i];
      }
      Object.assign(point, { from, until, count, ring });
      if (!count || (this._chosen !== null && !ring)) found.faint.push(point);
      else if (ring) found.members.push(point);
      else found.plain.push(point);
    }
    return found;
  },

  /* With one partnership chosen only its own schools have a ring. */
  _ringsNow() {
    if (this._chosen === null) return this._selection.rings;
    const rings = new Uint8Array(this._data.sites.count);
    for (const [site, ring] of this._data.partnerships[this._chosen].members) rings[site] |= ring;
    return rings;
  },

  _hit(point, r, weight, what) {
    this.hits.push({ x: point.x, y: point.y, r, weight, isSeen: true, ...what });
  },

  _drawOthers(context, view, plain, size) {
    const { bubbles, loose } = cluster(plain, view);
    const colour = this._isFiltered ? this._palette.ink : this._palette.grey;
    const far = !drawsBubbles(view.zoom);
    shapes.dots(context, far ? plain : loose, size.dot, colour, far && bubbles.length ? 0.55 : 0.9);
    for (const point of loose) {
      if (point.until - point.from > 1 && size.dot > 2.5) shapes.shared(context, point, size.dot, this._palette);
      this._hit(point, size.dot, 0, { kind: "sites", isSeen: false, from: point.from, until: point.until });
    }
    for (const bubble of bubbles) {
      const radius = radiusFor(bubble.count);
      if (!far) shapes.bubble(context, bubble, radius, this._palette, FAMILY);
      this._hit(bubble, far ? radius * 1.6 : radius, -6, { kind: "cluster", isSeen: !far, count: bubble.count, points: bubble.points });
    }
  },

  _drawMembers(context, members, size) {
    const order = (point) => (point.ring & CORE ? 1 : 0);
    for (const point of members.sort((a, b) => order(a) - order(b))) {
      const shape = order(point) ? "core" : "shell";
      const radius = size[shape];
      shapes[shape](context, point, radius, this._palette);
      if (point.until - point.from > 1) shapes.shared(context, point, radius, this._palette);
      this._hit(point, radius, 1, { kind: "sites", from: point.from, until: point.until });
    }
  },

  _nodes(view) {
    const nodes = [];
    this._data.partnerships.forEach((partnership, index) => {
      if (partnership.x === null) return;
      const chosen = this._chosen === index;
      const fits = this._chosen === null ? this._selection.partnerships[index] : chosen;
      nodes.push({ ...this._pixel(view, partnership), partnership, index, fits: Boolean(fits), name: partnership.name });
    });
    return nodes;
  },

  _drawLines(context, view, nodes) {
    const drawn = nodes.filter((node) => node.fits);
    const many = drawn.reduce((sum, node) => sum + node.partnership.members.length, 0);
    if (many > MOST_LINES && view.zoom < 9) return;
    const { sites } = this._data;
    context.globalAlpha = this._chosen === null ? 0.5 : 0.8;
    for (const node of drawn) {
      for (const [site, ring] of node.partnership.members) {
        if (!this._selection.sites[site] && this._chosen === null) continue;
        const to = this._pixel(view, { x: sites.x[site], y: sites.y[site] });
        if (this._inView(view, node) || this._inView(view, to)) shapes.line(context, node, to, this._palette, ring !== CORE);
      }
    }
    context.globalAlpha = 1;
  },

  _drawInstitutions(context, view, size) {
    const { institutions } = this._data;
    for (let i = 0; i < institutions.count; i += 1) {
      const point = this._pixel(view, { x: institutions.x[i], y: institutions.y[i] });
      if (!this._inView(view, point)) continue;
      const fits = this._selection.institutions[i] && this._chosen === null;
      context.globalAlpha = fits ? 1 : 0.3;
      shapes.square(context, point, size.square, this._palette);
      context.globalAlpha = 1;
      if (fits) this._hit(point, size.square, 2, { kind: "institution", index: i, name: institutions.name[i] });
    }
  },

  _drawNodes(context, view, nodes, size) {
    const seen = nodes.filter((node) => this._inView(view, node));
    const share = seen.length > MANY_NODES && view.zoom < 9 ? 0.65 : 1;
    for (const node of seen.sort((a, b) => a.fits - b.fits)) {
      context.globalAlpha = node.fits ? 1 : 0.35;
      node.r = size.node * share * (node.fits ? 1 : 0.7);
      shapes.node(context, node, node.r, this._palette);
      context.globalAlpha = 1;
      this._hit(node, node.r, node.fits ? 4 : 0, { kind: "partnership", index: node.index, name: node.name });
    }
  },

  _drawNames(context, view, nodes) {
    const labels = new Labels(context, [...this.hits.filter((hit) => hit.isSeen), ...this._underControls()], this._palette);
    if (view.zoom < NAMES_FROM) labels.stayWithin(this._screen());
    const near = view.zoom >= NAMES_FROM || this._chosen !== null;
    labels.partnerships(nodes.filter((node) => node.fits && near && this._inView(view, node)));
    if (this._places) labels.towns(this._places, view);
  },

  /* The visible part of the canvas. */
  _screen() {
    const min = this._map.containerPointToLayerPoint([0, 0]);
    return { min, max: min.add(this._map.getSize()) };
  },

  /* The buttons lie over the map at the right; no name goes under them. */
  _underControls() {
    const { min, max } = this._screen();
    return [25, 75, 125, 175].map((down) => ({ x: max.x - 38, y: min.y + down, r: 28 }));
  },

  _drawArea(context, view) {
    const { sites, partnerships } = this._data;
    const corners = partnerships[this._chosen].members.map(([site]) => this._pixel(view, { x: sites.x[site], y: sites.y[site] }));
    if (!corners.length) return;
    tracePadded(context, corners, 16);
    context.globalAlpha = 0.75;
    context.fillStyle = this._palette.area;
    context.fill();
    context.globalAlpha = 1;
    context.setLineDash([6, 5]);
    context.strokeStyle = this._palette.thread;
    context.lineWidth = 1.5;
    context.stroke();
    context.setLineDash([]);
  },
});
