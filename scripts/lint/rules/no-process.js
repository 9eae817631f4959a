import { globalReferences, isTestOrTool, placeOf } from "../place.js";

// The environment has one reader. What else of `process` is needed is named here, member by member.
const MAY_USE = [
  { under: "src/cli/main.ts", members: ["argv", "exit", "stdout", "stderr"] },
  // A database server of our own: who runs us, and whether an orphan of a killed run still lives.
  { under: "src/store/embedded/", members: ["getuid", "kill", "pid", "platform", "arch"] },
];

/** `process` is read only in `src/cli/config.ts`: everything else is given what it needs. */
export const noProcess = {
  create(context) {
    const place = placeOf(context.filename);
    if (isTestOrTool(place) || place === "src/cli/config.ts") return {};
    const allowed = MAY_USE.filter(({ under }) => place.startsWith(under)).flatMap(
      ({ members }) => members,
    );
    const message = "process is read only in src/cli/config.ts.";
    return {
      ImportDeclaration(node) {
        if (["process", "node:process"].includes(node.source.value))
          context.report({ node, message });
      },
      "Program:exit"() {
        for (const node of globalReferences(context, ["process"])) {
          const { parent } = node;
          const member = parent?.type === "MemberExpression" ? parent.property.name : undefined;
          if (!allowed.includes(member)) context.report({ node, message });
        }
      },
    };
  },
};
