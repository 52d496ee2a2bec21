// Makes public/world.json: the outlines of states as SVG paths in one projection, with a point to
// show each at, so that the page needs no map library. From Natural Earth (public domain).
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { geoArea, geoCentroid, geoEqualEarth, geoGraticule, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import { presimplify, simplify } from "topojson-simplify";

const WIDTH = 1000;
const SMALL = 0.0006; // steradians (24,000 square kilometres): below it a state is drawn as a point too
const DETAIL = 0.04; // square degrees of the least triangle that an outline keeps

const require = createRequire(import.meta.url);
const read = (path: string) => JSON.parse(readFileSync(require.resolve(path), "utf8"));
const alpha3 = new Map<string, string>(
  read("i18n-iso-countries/codes.json").map(([, three, numeric]: string[]) => [numeric, three]),
);

const whole = read("world-atlas/countries-50m.json");
const coarse = simplify(presimplify(whole), DETAIL);
const shown = (topology: any) =>
  feature(topology, topology.objects.countries).features.filter(
    (state: any) => state.properties.name !== "Antarctica",
  );

const lands = { type: "FeatureCollection", features: shown(whole) };
const projection = geoEqualEarth()
  .rotate([-11, 0])
  .precision(0.6)
 .fitWidth(WIDTH, { type: "Sphere" } as any);
const [[, top], [, bottom]] = geoPath(projection).bounds(lands as any);
const [x, y] = projection.translate();
projection.translate([x, y - top + 8]);
const path = geoPath(projection).digits(1);

// Where a state is shown: the middle of its largest part, not of all its islands.
function place(state: any): [number, number] {
  const { type, coordinates } = state.geometry;
  if (type === "Polygon") return geoCentroid(state);
  const parts = coordinates.map((ring: any) => ({ type: "Polygon", coordinates: ring }));
  return geoCentroid(parts.sort((a: any, b: any) => geoArea(b) - geoArea(a))[0]);
}

const codeOf = (state: any) =>
  alpha3.get(state.id) ?? (state.properties.name === "Kosovo" ? "XKX" : "");

const outlines = new Map(shown(coarse).map((state: any) => [state.properties.name, path(state)]));
const states = lands.features.map((state: any) => {
  const point = projection(place(state))!.map((value) => Math.round(value * 10) / 10);
  const small = geoArea(state) < SMALL;
  const d = outlines.get(state.properties.name);
  return { code: codeOf(state), name: state.properties.name, d: d ?? "", x: point[0], y: point[1], ...(small && { small }) };
});

mkdirSync("public", { recursive: true });
writeFileSync(
  "public/world.json",
  JSON.stringify({
    width: WIDTH,
    height: Math.round(bottom - top + 16),
    graticule: geoPath(projection).digits(0)(geoGraticule().step([30, 30])()),
    states: states.sort((a: any, b: any) => (a.name < b.name ? -1 : 1)),
  }),
);
