// The walls that no ready-made rule builds. Each has a planted violation in
// test/architecture/guards.test.ts that must be caught.
import { catchOnlyWhereAllowed } from "./rules/catch.js";
import { docstring } from "./rules/docstring.js";
import { extensions } from "./rules/extensions.js";
import { layers } from "./rules/layers.js";
import { noProcess } from "./rules/no-process.js";
import { noReexport } from "./rules/no-reexport.js";
import { noSql } from "./rules/no-sql.js";
import { outgoing } from "./rules/outgoing.js";
import { packages } from "./rules/packages.js";
import { purity } from "./rules/purity.js";

export default {
  meta: { name: "plazo" },
  rules: {
    catch: catchOnlyWhereAllowed,
    docstring,
    extensions,
    layers,
    "no-process": noProcess,
    "no-reexport": noReexport,
    "no-sql": noSql,
    outgoing,
    packages,
    purity,
  },
};
