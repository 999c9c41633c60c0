/* Mouse, finger and keyboard on the map: what lies there, and what happens when it is chosen. */
import { L } from "./leaflet.js";

const WORDS = {
  cluster: (count) => `${count.toLocaleString("nl-NL")} scholen, klik om dichterbij te komen`,
  sites: (count) => (count > 1 ? `${count} scholen op dit adres` : "Bekijk deze school"),
};

function words(hit) {
  const element = document.createElement("span");
  const many = hit.kind === "cluster" ? WORDS.cluster(hit.count) : WORDS.sites(hit.until - hit.from);
  element.textContent = hit.name ?? many;
  return element;
}

export function followPointer(map, marks, choose) {
  const tip = L.tooltip({ direction: "top", offset: [0, -6], className: "map-tip" });
  let shown = null;
  const clear = () => {
    shown = null;
    tip.remove();
    map.getContainer().classList.remove("map--over");
  };
  map.on("mousemove", (event) => {
    const hit = marks.at(event.layerPoint, 4);
    if (!hit) return clear();
    if (shown === hit) return undefined;
    shown = hit;
    map.getContainer().classList.add("map--over");
    return tip.setContent(words(hit)).setLatLng(map.layerPointToLatLng([hit.x, hit.y - hit.r])).addTo(map);
  });
  map.on("mouseout movestart zoomstart", clear);
  map.on("click", (event) => {
    const touch = event.originalEvent.pointerType === "touch" || matchMedia("(pointer: coarse)").matches;
    choose(marks.at(event.layerPoint, touch ? 18 : 6));
  });
}

/* Enter chooses what lies nearest to the middle, where a cross shows while the map has the focus. */
export function followKeys(map, marks, choose) {
  const container = map.getContainer();
  container.addEventListener("keydown", (event) => {
    if (event.target !== container) return;
    if (event.key === "Enter") {
      const middle = map.containerPointToLayerPoint(map.getSize().divideBy(2));
      choose(marks.at(middle, 60));
    }
    if (event.key === "Home") container.dispatchEvent(new CustomEvent("map:home"));
  });
}

/* The wheel belongs to the page until the reader has chosen the map. */
export function tameWheel(map) {
  const container = map.getContainer();
  map.scrollWheelZoom.disable();
  container.addEventListener("focus", () => map.scrollWheelZoom.enable());
  container.addEventListener("click", () => map.scrollWheelZoom.enable());
  container.addEventListener("mouseleave", () => map.scrollWheelZoom.disable());
}
