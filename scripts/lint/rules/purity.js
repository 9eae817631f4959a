import { globalReferences, isTestOrTool, layerOf, placeOf } from "../place.js";

const PURE = ["core", "words", "contract"];

// Clocks, chance, timers, the console and the world: what a pure function cannot read.
const IMPURE = [
  "Date",
  "performance",
  "crypto",
  "setTimeout",
  "setInterval",
  "setImmediate",
  "console",
  "localStorage",
];

/**
 * The pure layers read no clock and no chance, and `Temporal` exists only where calendars are
 * compiled: the rest of the program counts in milliseconds, and the browser has no Temporal.
 */
export const purity = {
  create(context) {
    const place = placeOf(context.filename);
    const layer = layerOf(place);
    if (layer === undefined || isTestOrTool(place)) return {};
    const report = (node, message) => context.report({ node, message });
    return {
      "Program:exit"() {
        if (PURE.includes(layer)) {
          for (const node of globalReferences(context, IMPURE)) {
            report(node, `${node.name} must not be used in src/${layer}: pass what it would give.`);
          }
          for (const node of globalReferences(context, ["Math"])) {
            if (isMember(node, "random"))
              report(node, `Math.random must not be used in src/${layer}.`);
          }
        }
        for (const node of globalReferences(context, ["Temporal"])) {
          if (isMember(node, "Now")) {
            report(node, "Temporal.Now must not be used: `now` is an argument.");
          } else if (!place.startsWith("src/core/calendar/")) {
            report(node, "Temporal must not be used outside src/core/calendar.");
          }
        }
      },
    };
  },
};

function isMember(node, property) {
  const { parent } = node;
  return parent?.type === "MemberExpression" && parent.object === node
    ? parent.property.name === property || parent.property.value === property
    : false;
}
