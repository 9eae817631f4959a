import { eachImport, isTestOrTool, layerOf, placeOf, target } from "../place.js";

const PURE = ["core", "words", "contract"];

// Who may know whom. Project references are transitive and would let `http` reach `store` through
// `desk`, so every pair that is not named here is forbidden by name.
const MAY_KNOW = {
  core: [],
  words: ["core"],
  contract: ["core"],
  store: ["core"],
  desk: [...PURE, "store"],
  channels: [...PURE, "store", "desk"],
  jobs: [...PURE, "store", "desk", "channels"],
  site: [...PURE, "desk", "channels"],
  http: [...PURE, "desk", "channels", "site"],
  cli: [...PURE, "store", "desk", "channels", "jobs", "site", "http"],
  web: PURE,
};

/** Every layer knows only the layers below it. Tests may know anything. */
export const layers = {
  create(context) {
    const place = placeOf(context.filename);
    const layer = layerOf(place);
    if (layer === undefined || isTestOrTool(place)) return {};
    return eachImport((node, specifier) => {
      const there = target(place, specifier);
      if (there === undefined) return;
      const other = layerOf(there);
      if (other === layer || MAY_KNOW[layer]?.includes(other)) return;
      const message = `src/${layer} must not know ${other === undefined ? there : `src/${other}`}.`;
      context.report({ node, message });
    });
  },
};
