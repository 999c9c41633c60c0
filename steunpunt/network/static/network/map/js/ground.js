/* The ground of the map: land, borders and a lit-up area. */
import { CanvasLayer } from "./canvas.js";
import { MIDDLE } from "./topology.js";

export const Ground = CanvasLayer.extend({
  options: { pane: "ground" },

  show(outlines, palette) {
    this._outlines = outlines;
    this.paint(palette);
  },

  paint(palette) {
    this._palette = palette;
    this.redrawSoon();
  },

  /* Areas that the filter speaks of, with a line around them. */
  light(areas) {
    this._lit = areas;
    this.redrawSoon();
  },

  draw(context, view) {
    if (!this._outlines) return;
    const pixel = this.toWorld(view, MIDDLE);
    const { abroad, land, coast, provinceBorders, municipalityBorders } = this._outlines;
    const palette = this._palette;
    context.lineJoin = "round";
    context.fillStyle = palette.abroad;
    context.fill(abroad);
    context.fillStyle = palette.land;
    context.fill(land);
    if (view.zoom >= 8.5) this._line(context, municipalityBorders, palette.border, (view.zoom >= 10 ? 1 : 0.6) * pixel);
    this._line(context, provinceBorders, palette.border, 1.8 * pixel);
    this._line(context, coast, palette.coast, pixel);
    for (const area of this._lit ?? []) this._line(context, area, palette.sea, 2 * pixel);
  },

  _line(context, path, colour, width) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.stroke(path);
  },
});
