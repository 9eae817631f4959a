import { isTestOrTool, placeOf } from "../place.js";

/** Every exported function of the program says what it promises, in a docstring. */
export const docstring = {
  create(context) {
    const place = placeOf(context.filename);
    if (isTestOrTool(place) || place.endsWith(".tsx")) return {};
    return {
      ExportNamedDeclaration(node) {
        const name = functionName(node.declaration);
        if (name === undefined || hasDocstring(context.sourceCode, node)) return;
        context.report({ node, message: `${name} is exported and has no docstring.` });
      },
    };
  },
};

function functionName(declaration) {
  if (declaration?.type === "FunctionDeclaration") return declaration.id?.name;
  if (declaration?.type !== "VariableDeclaration") return undefined;
  const made = declaration.declarations.find((one) =>
    ["ArrowFunctionExpression", "FunctionExpression"].includes(one.init?.type),
  );
  return made?.id.name;
}

function hasDocstring(source, node) {
  const comment = source.getCommentsBefore(node).at(-1);
  return comment?.type === "Block" && comment.value.startsWith("*");
}
