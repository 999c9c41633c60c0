/* The map page: brings ground, marks, list, card and legend together. */
import { Card } from "./card.js";
import { decode, fetchJson, worldX, worldY } from "./data.js";
import { Ground } from "./ground.js";
import { Legend } from "./legend.js";
import { L } from "./leaflet.js";
import { locate } from "./locate.js";
import { Marks } from "./marks.js";
import { onPaletteChange, readPalette } from "./palette.js";
import { followKeys, followPointer, tameWheel } from "./pointing.js";
import { addressParameters, followForm, followLinks, followRows } from "./results.js";
import { asksServer, counted, isFiltered, selectByServer, selectHere } from "./selection.js";
import { outlines } from "./topology.js";
import { makeMap, rememberPlace, showCountry, showPoints, uncover } from "./view.js";

const MOVING = ["provincie", "gemeente", "instituut", "q", "postcode", "thema"];

function afterPaint(act) {
  requestAnimationFrame(() => setTimeout(act, 0));
}

class MapPage {
  constructor(root) {
    this.root = root;
    this.element = root.querySelector("#kaart");
    this.map = makeMap(this.element);
    this.ground = new Ground().addTo(this.map);
    this.marks = new Marks().addTo(this.map);
    this.card = new Card(root.querySelector("#kaart-kaartje"), root.dataset.point);
    this.legend = new Legend(root.querySelector("#kaart-legenda"), root.querySelector("#kaart-stand"));
    this.turn = 0;
  }

  async start() {
    const parameters = addressParameters();
    const answer = asksServer(parameters) ? this.askServer(parameters) : null;
    const [shapes, raw] = await Promise.all([fetchJson(this.root.dataset.outlines), fetchJson(this.root.dataset.points)]);
    this.outlines = outlines(shapes);
    this.data = decode(raw);
    this.ground.show(this.outlines, readPalette(this.root));
    this.marks.show(this.data, selectHere(this.data, parameters), readPalette(this.root));
    this.show(parameters, await answer, { move: parameters.size > 0 && !location.hash });
    afterPaint(() => {
      performance.measure("kaart-punten", { start: 0, end: performance.now() });
      this.root.dataset.state = "klaar";
    });
    this.listen();
    this.chooseByAddress(parameters);
    fetchJson(this.root.dataset.places).then((places) => this.marks.name(places.plaatsen));
    if (this.root.dataset.tiles) this.addTiles();
  }

  listen() {
    const results = this.root.querySelector("#kaart-lijst");
    followForm((parameters, started) => this.filter(parameters, started));
    followLinks(results, (parameters, started) => this.filter(parameters, started));
    followRows(results, (reference) => this.marks.light(this.placeOf(reference)));
    followPointer(this.map, this.marks, (hit) => this.open(hit));
    followKeys(this.map, this.marks, (hit) => this.open(hit));
    tameWheel(this.map);
    rememberPlace(this.map);
    this.element.addEventListener("map:home", () => showCountry(this.map));
    this.root.addEventListener("click", (event) => this.press(event.target.closest("[data-map-do]")?.dataset.mapDo));
    this.card.element.addEventListener("card:closed", () => this.choosePartnership(null));
    onPaletteChange(() => this.repaint());
    new ResizeObserver(() => this.map.invalidateSize({ animate: false })).observe(this.element);
  }

  press(deed) {
    if (deed === "closer") this.map.zoomIn();
    if (deed === "farther") this.map.zoomOut();
    if (deed === "country") showCountry(this.map);
    if (deed === "locate") locate(this.map, (sentence) => this.legend.say(sentence));
    if (deed === "show-map" || deed === "show-list") {
      this.root.dataset.view = deed === "show-map" ? "kaart" : "lijst";
      for (const button of this.root.querySelectorAll("[data-map-do^=show-]")) {
        button.setAttribute("aria-pressed", String(button.dataset.mapDo === deed));
      }
    }
  }

  repaint() {
    const palette = readPalette(this.root);
    this.ground.paint(palette);
    this.marks.paint(palette);
  }

  /* At once for what the data know; otherwise as soon as the server has answered. */
  async filter(parameters, started) {
    const turn = (this.turn += 1);
    this.card.close();
    const answer = asksServer(parameters) ? await this.askServer(parameters) : null;
    if (turn !== this.turn) return;
    const before = this.parameters;
    this.show(parameters, answer, { move: MOVING.some((name) => String(before.getAll(name)) !== String(parameters.getAll(name))) });
    afterPaint(() => {
      const measured = performance.measure("kaart-filter", { start: started, end: performance.now() });
      this.root.dataset.filtered = measured.duration.toFixed(1);
    });
  }

  async askServer(parameters) {
    const day = this.root.dataset.day;
    const question = new URLSearchParams(parameters);
    if (day) question.set("op", day);
    const answer = await fetchJson(`${this.root.dataset.matches}?${question}`).catch(() => null);
    if (answer && answer.version !== this.root.dataset.version) location.reload();
    return answer;
  }

  show(parameters, answer, { move }) {
    this.parameters = parameters;
    this.selection = answer ? selectByServer(this.data, parameters, answer) : selectHere(this.data, parameters);
    this.marks.here(answer?.point ? { x: worldX(answer.point[1]), y: worldY(answer.point[0]) } : null);
    this.marks.select(this.selection, isFiltered(parameters));
    this.ground.light(this.litAreas(parameters));
    this.legend.show(counted(this.selection), isFiltered(parameters), this.unplaced());
    if (move) this.moveTo(parameters, answer);
  }

  /* Partnerships that fit, but of which nobody has a place. */
  unplaced() {
    return this.data.partnerships.filter((one, i) => one.x === null && this.selection.partnerships[i]).length;
  }

  litAreas(parameters) {
    const towns = parameters.getAll("gemeente");
    const names = towns.length ? towns.map((name) => this.outlines.municipalityPath(name)) : null;
    return names ?? parameters.getAll("provincie").map((name) => this.outlines.provinces.get(name)).filter(Boolean);
  }

  moveTo(parameters, answer) {
    if (answer?.point) {
      const near = { x: worldX(answer.point[1]), y: worldY(answer.point[0]) };
      return this.map.setView([answer.point[0], answer.point[1]], this.zoomAround(near));
    }
    if (!isFiltered(parameters)) return showCountry(this.map);
    const { sites } = this.data;
    const found = [];
    for (let i = 0; i < sites.count; i += 1) if (this.selection.sites[i]) found.push({ x: sites.x[i], y: sites.y[i] });
    this.data.partnerships.forEach((one, i) => this.selection.partnerships[i] && one.x !== null && found.push(one));
    return showPoints(this.map, found);
  }

  /* So close that the nearest partnership is still in sight. */
  zoomAround(near) {
    const distances = this.data.partnerships.filter((one, i) => one.x !== null && this.selection.partnerships[i]);
    const nearest = Math.min(...distances.map((one) => Math.hypot(one.x - near.x, one.y - near.y)), 0.002);
    const half = Math.min(this.map.getSize().x, this.map.getSize().y) / 2 - 50;
    return Math.max(8, Math.min(12, Math.floor(Math.log2(half / (256 * nearest)))));
  }

  async open(hit) {
    if (!hit) return this.card.close();
    if (hit.kind === "cluster") {
      const { sites } = this.data;
      const points = hit.points.map(({ from }) => ({ x: sites.x[from], y: sites.y[from] }));
      return showPoints(this.map, points, { maxZoom: Math.max(13, this.map.getZoom() + 2), padding: 60 });
    }
    if (hit.kind === "partnership") return this.choosePartnership(hit.index);
    const question = hit.kind === "institution" ? [["instituut", this.data.institutions.code[hit.index]]] : this.codes(hit);
    const place = this.worldOf(hit);
    this.marks.light(place);
    await this.ask(question);
    return this.card.isOpen && uncover(this.map, place, this.card.element);
  }

  codes({ from, until }) {
    return Array.from({ length: until - from }, (_, i) => ["vestiging", this.data.sites.code(from + i)]);
  }

  worldOf(hit) {
    const source = hit.kind === "institution" ? this.data.institutions : this.data.sites;
    const at = hit.kind === "institution" ? hit.index : hit.from;
    return { x: source.x[at], y: source.y[at], r: hit.r };
  }

  ask(question, options) {
    const day = this.root.dataset.day ? [["op", this.root.dataset.day]] : [];
    return this.card.open([...question, ...day], options);
  }

  chooseByAddress(parameters) {
    const slug = parameters.get("partnerschap");
    const index = this.data.partnerships.findIndex((one) => one.slug === slug);
    if (index >= 0) this.choosePartnership(index, { focus: false });
  }

  choosePartnership(index, options) {
    this.marks.choose(index);
    const parameters = addressParameters();
    if (index === null) {
      this.marks.light(null);
      parameters.delete("partnerschap");
    } else {
      const partnership = this.data.partnerships[index];
      const { sites } = this.data;
      parameters.set("partnerschap", partnership.slug);
      this.ask([["partnerschap", partnership.slug]], options);
      showPoints(this.map, [partnership, ...partnership.members.map(([i]) => ({ x: sites.x[i], y: sites.y[i] }))], { below: Math.min(220, this.map.getSize().y * 0.4) });
    }
    const query = parameters.size ? `?${parameters}` : "";
    history.replaceState(history.state, "", location.pathname + query + location.hash);
  }

  placeOf(reference) {
    const [kind, key] = reference?.split(":") ?? [];
    if (kind === "partnerschap") {
      const found = this.data.partnerships.find((one) => one.slug === key && one.x !== null);
      return found ? { x: found.x, y: found.y } : null;
    }
    const source = kind === "instituut" ? this.data.institutions : this.data.sites;
    const code = (i) => (kind === "instituut" ? source.code[i] : source.code(i));
    for (let i = 0; kind && i < source.count; i += 1) if (code(i) === key) return { x: source.x[i], y: source.y[i], r: 5 };
    return null;
  }

  addTiles() {
    this.map.createPane("tiles").style.zIndex = 160;
    L.tileLayer(this.root.dataset.tiles, { pane: "tiles", maxZoom: 18, opacity: 0.9 }).addTo(this.map);
  }
}

const root = document.querySelector("#kaartpagina");
if (root) new MapPage(root).start().catch(() => (root.dataset.state = "mislukt"));
