/* What of the map data fits the chosen filters: flags per site, partnership and institution.
   The rules are those of the lists (queries/directory); a test in the browser compares the two. */
import { CORE, SHELL } from "./data.js";

const RINGS = { kern: CORE, schil: SHELL };
const LOCAL = new Set(["sector", "provincie", "gemeente", "instituut", "status", "academisch", "ring"]);
const PASSING = new Set(["op", "pagina", "partnerschap", "soort", "formaat"]);

/* "sector=alle" in the address says that no sector is chosen, whatever the visitor's own is. */
const isChosen = (value) => value !== "" && value !== "alle";

/* Words, a postcode, themes and programmes are for the server. */
export function asksServer(parameters) {
  return [...parameters].some(([name, value]) => value && !LOCAL.has(name) && !PASSING.has(name));
}

/* A postcode without a distance only changes the order of the list. */
export function isFiltered(parameters) {
  const onlyOrders = (name) => PASSING.has(name) || (name === "postcode" && !parameters.get("straal"));
  return [...parameters].some(([name, value]) => isChosen(value) && !onlyOrders(name));
}

function chosen(parameters, name) {
  return new Set(parameters.getAll(name).filter(isChosen));
}

function either(values, value) {
  return !values.size || values.has(value);
}

function readWishes(parameters) {
  const names = chosen(parameters, "ring");
  return {
    sectors: chosen(parameters, "sector"),
    provinces: chosen(parameters, "provincie"),
    municipalities: chosen(parameters, "gemeente"),
    institutes: chosen(parameters, "instituut"),
    states: chosen(parameters, "status"),
    academic: chosen(parameters, "academisch"),
    asksRing: names.size > 0,
    withoutRing: names.has("geen"),
    rings: [...names].reduce((bits, name) => bits | (RINGS[name] ?? 0), 0),
  };
}

/* One flag per municipality, or null when no area was asked. */
function areaAsked(data, { provinces, municipalities }) {
  if (!provinces.size && !municipalities.size) return null;
  return data.municipalities.map(
    ([name, province]) => either(provinces, data.provinces[province]) && either(municipalities, name),
  );
}

/* What a filter says about partnerships alone; sector and area come on top of it. */
function fitsAsPartner(partnership, wishes) {
  return (
    either(wishes.states, partnership.state) &&
    either(wishes.academic, partnership.academic ? "ja" : "nee") &&
    (!wishes.institutes.size || partnership.institutes.some((code) => wishes.institutes.has(code)))
  );
}

function standsIn(partnership, wishes, inArea) {
  if (!wishes.rings && !inArea) return true;
  const rings = wishes.rings || CORE | SHELL;
  const [core, shell] = partnership.areas;
  const places = [...(rings & CORE ? core : []), ...(rings & SHELL ? shell : [])];
  return places.some((municipality) => !inArea || inArea[municipality]);
}

function emptySelection(data) {
  return {
    sites: new Uint8Array(data.sites.count),
    rings: new Uint8Array(data.sites.count),
    partnerships: new Uint8Array(data.partnerships.length),
    institutions: new Uint8Array(data.institutions.count),
  };
}

/* Rings of these partnerships; a school in none of them is an ordinary dot. */
function markRings(data, wishes, wanted, selection) {
  const rings = wishes.rings || CORE | SHELL;
  data.partnerships.forEach((partnership, index) => {
    if (!wanted[index]) return;
    for (const [site, ring] of partnership.members) selection.rings[site] |= ring & rings;
  });
}

function selectSites(data, wishes, inArea, everyPartner, selection) {
  const sectorFits = data.sectors.map((name) => either(wishes.sectors, name));
  const asksMembers = !everyPartner || wishes.asksRing;
  const asksRings = !wishes.asksRing || wishes.rings;
  const { sector, municipality, isMember, count } = data.sites;
  for (let i = 0; i < count; i += 1) {
    if (!sectorFits[sector[i]] || (inArea && !inArea[municipality[i]])) continue;
    const inRing = asksRings && selection.rings[i];
    if (!asksMembers || inRing || (wishes.withoutRing && everyPartner && !isMember[i])) selection.sites[i] = 1;
  }
}

function selectInstitutions(data, wishes, inArea, selection) {
  const { municipality, sectors, count } = data.institutions;
  for (let i = 0; i < count; i += 1) {
    const inSector = !wishes.sectors.size || sectors[i].some((name) => wishes.sectors.has(name));
    if (inSector && (!inArea || inArea[municipality[i]])) selection.institutions[i] = 1;
  }
}

export function selectHere(data, parameters) {
  const selection = emptySelection(data);
  const wishes = readWishes(parameters);
  const inArea = areaAsked(data, wishes);
  const wanted = data.partnerships.map((partnership) => fitsAsPartner(partnership, wishes));
  markRings(data, wishes, wanted, selection);
  selectSites(data, wishes, inArea, wanted.every(Boolean), selection);
  selectInstitutions(data, wishes, inArea, selection);
  data.partnerships.forEach((partnership, i) => {
    const inSector = !wishes.sectors.size || partnership.sectors.some((name) => wishes.sectors.has(name));
    selection.partnerships[i] = wanted[i] && inSector && standsIn(partnership, wishes, inArea) ? 1 : 0;
  });
  return selection;
}

/* The server's answer to the same question, as places in the same data. */
export function selectByServer(data, parameters, answer) {
  const selection = emptySelection(data);
  const wishes = readWishes(parameters);
  markRings(data, wishes, data.partnerships.map((partnership) => fitsAsPartner(partnership, wishes)), selection);
  for (const kind of ["sites", "partnerships", "institutions"]) for (const i of answer[kind]) selection[kind][i] = 1;
  return selection;
}

export function counted(selection) {
  const counts = { partnership: 0, core: 0, shell: 0, other: 0, institution: 0 };
  for (const flag of selection.partnerships) counts.partnership += flag;
  for (const flag of selection.institutions) counts.institution += flag;
  selection.sites.forEach((flag, i) => {
    if (!flag) return;
    counts[selection.rings[i] & CORE ? "core" : selection.rings[i] ? "shell" : "other"] += 1;
  });
  return counts;
}
