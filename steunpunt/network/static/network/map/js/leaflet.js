/* The one door to the vendored Leaflet, which is an older kind of script and hangs itself on the page. */
import "../vendor/leaflet-1.9.4/leaflet.js";

export const L = globalThis.L;
