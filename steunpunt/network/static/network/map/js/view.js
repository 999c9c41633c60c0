/* Where the map looks: the whole country, what was found, or what the address says after the #. */
import { latitudeAt, longitudeAt } from "./data.js";
import { L } from "./leaflet.js";

const COUNTRY = [[50.73, 3.3], [53.58, 7.25]];
const calm = window.matchMedia("(prefers-reduced-motion: reduce)");

/* Only with a script it is a thing to work with; without one a picture stands there. */
function announce(element) {
  element.setAttribute("role", "application");
  element.setAttribute("aria-label", element.dataset.label);
  element.setAttribute("aria-describedby", element.dataset.describedBy);
  element.tabIndex = 0;
}

export function makeMap(element) {
  announce(element);
  const map = L.map(element, {
    zoomControl: false,
    attributionControl: false,
    zoomSnap: 0.5,
    zoomDelta: 1,
    wheelPxPerZoomLevel: 100,
    minZoom: 5.5,
    maxZoom: 18,
    maxBounds: L.latLngBounds(COUNTRY).pad(0.4),
    zoomAnimation: !calm.matches,
    markerZoomAnimation: !calm.matches,
    inertia: !calm.matches,
  });
  for (const [name, order] of [["ground", 150], ["marks", 420]]) map.createPane(name).style.zIndex = order;
  const asked = location.hash.match(/^#kaart=([\d.]+)\/([\d.]+)\/([\d.]+)$/);
  if (asked) map.setView([Number(asked[2]), Number(asked[3])], Number(asked[1]));
  else map.fitBounds(COUNTRY, { animate: false });
  return map;
}

export function showCountry(map) {
  map.fitBounds(COUNTRY, { animate: !calm.matches });
}

/* Shows all of these world points, but never closer than a town. */
export function showPoints(map, points, { maxZoom = 12, padding = 40, below = 0 } = {}) {
  if (!points.length) return;
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  const corners = [
    [latitudeAt(Math.max(...ys)), longitudeAt(Math.min(...xs))],
    [latitudeAt(Math.min(...ys)), longitudeAt(Math.max(...xs))],
  ];
  map.fitBounds(corners, { maxZoom, paddingTopLeft: [padding, padding], paddingBottomRight: [padding, padding + below], animate: !calm.matches });
}

/* Moves the map aside when the card lies over the mark that it tells about. */
export function uncover(map, place, card) {
  const box = map.getContainer().getBoundingClientRect();
  const cover = card.getBoundingClientRect();
  const point = map.latLngToContainerPoint([latitudeAt(place.y), longitudeAt(place.x)]);
  const right = cover.right - box.left;
  const top = cover.top - box.top;
  if (point.x > right + 10 || point.y < top - 10) return;
  const roomBeside = box.width - right > 160;
  const by = roomBeside ? [point.x - right - 80, 0] : [0, point.y - top / 2];
  map.panBy(by, { animate: !calm.matches });
}

/* Keeps the place in the address, so that a link shows the same map. */
export function rememberPlace(map) {
  map.on("moveend", () => {
    const { lat, lng } = map.getCenter();
    const place = `#kaart=${map.getZoom()}/${lat.toFixed(4)}/${lng.toFixed(4)}`;
    history.replaceState(history.state, "", location.pathname + location.search + place);
  });
}
