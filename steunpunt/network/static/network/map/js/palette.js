/* The colours of the page's tokens for the canvas, read again when light, dark or contrast changes. */

const TOKENS = {
  ink: "--sp-color-ink",
  soft: "--sp-color-soft",
  card: "--sp-color-card",
  paper: "--sp-color-paper",
  line: "--sp-color-line",
  sea: "--sp-color-sea",
  seaLight: "--sp-color-sea-light",
  thread: "--sp-color-thread",
  grey: "--sp-map-point",
  area: "--sp-color-thread-light",
  bubble: "--map-bubble",
  abroad: "--map-abroad",
  land: "--map-land",
  border: "--map-border",
  coast: "--map-coast",
};

const SYSTEM = {
  ink: "CanvasText", soft: "CanvasText", card: "Canvas", paper: "Canvas", line: "GrayText", sea: "CanvasText",
  seaLight: "Canvas", thread: "Highlight", grey: "GrayText", area: "Canvas", bubble: "ButtonFace", abroad: "Canvas", land: "Canvas", border: "GrayText", coast: "CanvasText",
};

const forced = window.matchMedia("(forced-colors: active)");

export function readPalette(element) {
  if (forced.matches) return { ...SYSTEM };
  const style = getComputedStyle(element);
  return Object.fromEntries(Object.entries(TOKENS).map(([name, token]) => [name, style.getPropertyValue(token).trim()]));
}

export function onPaletteChange(react) {
  for (const media of [forced, window.matchMedia("(prefers-color-scheme: dark)")]) media.addEventListener("change", react);
  new MutationObserver(react).observe(document.documentElement, { attributeFilter: ["data-theme"] });
}
