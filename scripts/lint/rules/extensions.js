import { existsSync } from "node:fs";
import path from "node:path";
import { eachImport } from "../place.js";

/** A relative import names its file as it is on disk: `.ts`, never the `.js` that does not exist. */
export const extensions = {
  create(context) {
    if (!/\.tsx?$/.test(context.filename)) return {};
    return eachImport((node, specifier) => {
      if (!specifier.startsWith(".")) return;
      const file = path.resolve(path.dirname(context.filename), specifier.replace(/\?.*$/, ""));
      const extension = path.extname(file);
      const isScript = [".js", ".jsx", ".mjs"].includes(extension) && !existsSync(file);
      if (extension === "" || isScript) {
        context.report({
          node,
          message: `Import the file by its name on disk, with its extension.`,
        });
      }
    });
  },
};
