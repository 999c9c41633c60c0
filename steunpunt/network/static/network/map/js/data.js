/* Fetches the map data and turns its columns into typed arrays in world coordinates (0 … 1, Web Mercator). */

export const CORE = 1;
export const SHELL = 2;

export async function fetchJson(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.json();
}

export function worldX(longitude) {
  return longitude / 360 + 0.5;
}

export function worldY(latitude) {
  const sine = Math.sin((latitude * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

export function latitudeAt(y) {
  return (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
}

export function longitudeAt(x) {
  return (x - 0.5) * 360;
}

/* Columns of differences back to the numbers they stand for. */
function summed(differences) {
  const numbers = new Int32Array(differences.length);
  let sum = 0;
  for (let i = 0; i < differences.length; i += 1) {
    sum += differences[i];
    numbers[i] = sum;
  }
  return numbers;
}

function points(raw, grid) {
  const x = Float64Array.from(summed(raw.x), (step) => worldX(grid.lon + step * grid.step));
  const y = Float64Array.from(summed(raw.y), (step) => worldY(grid.lat + step * grid.step));
  return { count: x.length, x, y };
}

/* Sites on one spot follow each other in the data, so a shared point is a run. */
function sharedPoints(sites) {
  const starts = [];
  for (let i = 0; i < sites.count; i += 1) {
    if (i === 0 || sites.x[i] !== sites.x[i - 1] || sites.y[i] !== sites.y[i - 1]) starts.push(i);
  }
  starts.push(sites.count);
  return Uint32Array.from(starts);
}

function readSites(raw, data) {
  const sites = points(raw, data.grid);
  sites.sector = Uint8Array.from(raw.sector, Number);
  sites.municipality = summed(raw.municipality);
  sites.code = (index) => raw.others[index] ?? raw.codes.slice(index * raw.width, (index + 1) * raw.width);
  sites.starts = sharedPoints(sites);
  return sites;
}

function readPartnership(raw, grid) {
  const placed = raw.at !== null;
  return {
    ...raw,
    x: placed ? worldX(grid.lon + raw.at[0] * grid.step) : null,
    y: placed ? worldY(grid.lat + raw.at[1] * grid.step) : null,
    members: [
      ...Array.from(summed(raw.core), (site) => [site, CORE]),
      ...Array.from(summed(raw.shell), (site) => [site, SHELL]),
    ],
  };
}

export function decode(data) {
  const partnerships = data.partnerships.map((raw) => readPartnership(raw, data.grid));
  const sites = readSites(data.sites, data);
  sites.isMember = new Uint8Array(sites.count);
  for (const { members } of partnerships) for (const [site] of members) sites.isMember[site] = 1;
  return {
    sectors: data.sectors,
    provinces: data.provinces,
    municipalities: data.municipalities,
    sites,
    institutions: { ...data.institutions, ...points(data.institutions, data.grid), municipality: summed(data.institutions.municipality) },
    partnerships,
  };
}
