/* A Leaflet layer that is one canvas; whoever extends it says what is drawn. */
import { L } from "./leaflet.js";

export const CanvasLayer = L.Renderer.extend({
  options: { padding: 0.2 },

  _initContainer() {
    this._container = document.createElement("canvas");
    this._container.setAttribute("aria-hidden", "true");
    this._context = this._container.getContext("2d");
  },

  _destroyContainer() {
    this._container.remove();
    delete this._container;
    delete this._context;
  },

  _update() {
    if (this._map._animatingZoom && this._bounds) return;
    L.Renderer.prototype._update.call(this);
    this.redraw();
  },

  /* The pixel scale and origin of this moment: pixel = world × scale − origin. */
  view() {
    const { x, y } = this._map.getPixelOrigin();
    const zoom = this._map.getZoom();
    return { zoom, scale: 256 * 2 ** zoom, x, y, bounds: this._bounds };
  },

  /* Several changes at once become one drawing, before the next frame. */
  redrawSoon() {
    if (this._waiting) return;
    this._waiting = requestAnimationFrame(() => this.redraw());
  },

  redraw() {
    cancelAnimationFrame(this._waiting);
    this._waiting = null;
    if (!this._map || !this._bounds) return;
    const ratio = Math.min(window.devicePixelRatio || 1, 2);
    const size = this._bounds.getSize();
    const canvas = this._container;
    L.DomUtil.setPosition(canvas, this._bounds.min);
    canvas.width = size.x * ratio;
    canvas.height = size.y * ratio;
    canvas.style.width = `${size.x}px`;
    canvas.style.height = `${size.y}px`;
    this._ratio = ratio;
    this.toPixels();
    this.draw(this._context, this.view());
  },

  /* Draw in Leaflet's layer pixels. */
  toPixels() {
    const { min } = this._bounds;
    this._context.setTransform(this._ratio, 0, 0, this._ratio, -min.x * this._ratio, -min.y * this._ratio);
  },

  /* Draw in world coordinates around `middle`; answers how wide one pixel is there. */
  toWorld(view, middle) {
    const { min } = this._bounds;
    const scale = view.scale * this._ratio;
    const left = (middle.x * view.scale - view.x - min.x) * this._ratio;
    const top = (middle.y * view.scale - view.y - min.y) * this._ratio;
    this._context.setTransform(scale, 0, 0, scale, left, top);
    return 1 / view.scale;
  },
});
