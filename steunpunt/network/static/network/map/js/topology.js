/* Reads our TopoJSON outlines into canvas paths, in world coordinates around the middle of the country. */
import { worldX, worldY } from "./data.js";

export const MIDDLE = { x: worldX(5.3), y: worldY(52.15) };

function decodeArcs(topology) {
  const { scale, translate } = topology.transform;
  return topology.arcs.map((arc) => {
    let x = 0;
    let y = 0;
    return arc.map(([dx, dy]) => {
      x += dx;
      y += dy;
      return [worldX(x * scale[0] + translate[0]) - MIDDLE.x, worldY(y * scale[1] + translate[1]) - MIDDLE.y];
    });
  });
}

function ringsOf(geometry) {
  return geometry.type === "Polygon" ? geometry.arcs : geometry.arcs.flat();
}

function addRing(path, ring, arcs) {
  let started = false;
  for (const index of ring) {
    const arc = index < 0 ? [...arcs[~index]].reverse() : arcs[index];
    for (let i = started ? 1 : 0; i < arc.length; i += 1) {
      if (started) path.lineTo(arc[i][0], arc[i][1]);
      else path.moveTo(arc[i][0], arc[i][1]);
      started = true;
    }
  }
  path.closePath();
}

function areaPath(geometries, arcs) {
  const path = new Path2D();
  for (const geometry of geometries) for (const ring of ringsOf(geometry)) addRing(path, ring, arcs);
  return path;
}

/* How often areas of this layer use an arc: once along the coast, twice on a border. */
function usage(geometries, count) {
  const used = new Uint8Array(count);
  for (const geometry of geometries) {
    for (const ring of ringsOf(geometry)) for (const index of ring) used[index < 0 ? ~index : index] += 1;
  }
  return used;
}

function linePath(arcs, wanted) {
  const path = new Path2D();
  arcs.forEach((arc, index) => {
    if (!wanted(index)) return;
    arc.forEach(([x, y], i) => (i ? path.lineTo(x, y) : path.moveTo(x, y)));
  });
  return path;
}

export function outlines(topology) {
  const arcs = decodeArcs(topology);
  const provinces = topology.objects.provincies.geometries;
  const municipalities = topology.objects.gemeenten.geometries;
  const byProvince = usage(provinces, arcs.length);
  const byMunicipality = usage(municipalities, arcs.length);
  return {
    abroad: areaPath([topology.objects.buitenland], arcs),
    land: areaPath(provinces, arcs),
    coast: linePath(arcs, (i) => byMunicipality[i] === 1),
    provinceBorders: linePath(arcs, (i) => byProvince[i] === 2),
    municipalityBorders: linePath(arcs, (i) => byMunicipality[i] === 2 && byProvince[i] === 0),
    provinces: new Map(provinces.map((area) => [area.properties.naam, areaPath([area], arcs)])),
    municipalityPath: (name) => areaPath(municipalities.filter((area) => area.properties.naam === name), arcs),
  };
}
