import { isTestOrTool, placeOf } from "../place.js";

/**
 * Faults are caught only in the files of the list given as option, each with its reason: a fault
 * caught anywhere else is a fault hidden. Refusals are values and need no catch.
 */
export const catchOnlyWhereAllowed = {
  meta: { schema: [{ type: "object", additionalProperties: { type: "string", minLength: 10 } }] },
  create(context) {
    const place = placeOf(context.filename);
    const allowed = context.options[0] ?? {};
    if (isTestOrTool(place) || Object.hasOwn(allowed, place)) return {};
    const report = (node) =>
      context.report({
        node,
        message: `${place} must not catch: let the fault reach the edge, or name the file and its reason in .oxlintrc.json.`,
      });
    return {
      CatchClause: report,
      CallExpression(node) {
        const name =
          node.callee.type === "MemberExpression" ? node.callee.property.name : undefined;
        const isHandler = ["ArrowFunctionExpression", "FunctionExpression", "Identifier"];
        const handler = node.arguments[name === "then" ? 1 : 0];
        if ((name === "catch" || name === "then") && isHandler.includes(handler?.type))
          report(node);
      },
    };
  },
};
