import { eachImport, isAmong, isTestOrTool, layerOf, placeOf } from "../place.js";

// What the core parses, and only there: packs, their scenarios, and worked cases of business time.
const PARSES = ["src/core/policy/", "src/core/scenario/schema/", "src/core/calendar/case-file.ts"];

// What a pure layer may take from outside; the layers that are not named may take anything.
const MAY_TAKE = {
  core: (name, place) => ["zod", "yaml"].includes(name) && isAmong(place, PARSES),
  words: () => false,
  contract: (name) => ["zod", "@hono/zod-openapi"].includes(name),
  web: (name) => !name.startsWith("node:"),
};

// Packages that only one part of the program may use, because that part is their boundary.
const BELONGS = {
  pg: ["src/store/"],
  nodemailer: ["src/channels/"],
  react: ["src/web/"],
  "react-dom": ["src/web/"],
};

/** The pure layers take nothing from outside, and some packages stay behind their boundary. */
export const packages = {
  create(context) {
    const place = placeOf(context.filename);
    if (isTestOrTool(place)) return {};
    const mayTake = MAY_TAKE[layerOf(place)] ?? (() => true);
    return eachImport((node, specifier) => {
      if (specifier.startsWith(".")) return;
      const name = packageName(specifier);
      const owners = BELONGS[name];
      if (!mayTake(name, place)) {
        context.report({ node, message: `${name} must not be used in src/${layerOf(place)}.` });
      } else if (owners !== undefined && !isAmong(place, owners)) {
        context.report({ node, message: `${name} is used only in ${owners.join(", ")}.` });
      }
    });
  },
};

function packageName(specifier) {
  const parts = specifier.split("/");
  return specifier.startsWith("@") ? parts.slice(0, 2).join("/") : parts[0];
}
