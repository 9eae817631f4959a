import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../..");

/** A file's path inside the project, with forward slashes: `src/core/clock/fold.ts`. */
export function placeOf(file) {
  return path.relative(ROOT, file).split(path.sep).join("/");
}

/** The layer that a place of the project belongs to; undefined outside `src`. */
export function layerOf(place) {
  const [top, layer, rest] = place.split("/");
  return top === "src" && rest !== undefined ? layer : undefined;
}

/** The place that a relative import of `place` means; undefined for a package. */
export function target(place, specifier) {
  if (!specifier.startsWith(".")) return undefined;
  return path.posix.normalize(path.posix.join(path.posix.dirname(place), specifier));
}

/** Whether `place` is a test, or something that only tests, tools and measurements use. */
export function isTestOrTool(place) {
  return !place.startsWith("src/") || /\.test\.tsx?$/.test(place);
}

/** Whether a place is a file of the list, or lies under a folder of it (written with `/` at its end). */
export function isAmong(place, list) {
  return list.some((one) => (one.endsWith("/") ? place.startsWith(one) : place === one));
}

/** The visitor that calls `see(node, specifier)` for each import, re-export and dynamic import. */
export function eachImport(see) {
  const seen = (node) => {
    if (typeof node.source?.value === "string") see(node.source, node.source.value);
  };
  return {
    ImportDeclaration: seen,
    ExportNamedDeclaration: seen,
    ExportAllDeclaration: seen,
    ImportExpression: seen,
    TSImportType: seen,
  };
}

/** The references in a file to globals of these names: those that the file itself does not declare. */
export function globalReferences(context, names) {
  const { globalScope } = context.sourceCode.scopeManager;
  const known = [...globalScope.variables]
    .filter((variable) => variable.defs.length === 0)
    .flatMap((variable) => variable.references);
  const references = new Set([...globalScope.through, ...known]);
  return [...references]
    .map((reference) => reference.identifier)
    .filter((identifier) => names.includes(identifier.name));
}
