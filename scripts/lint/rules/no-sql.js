import { isTestOrTool, placeOf } from "../place.js";

// Statements, not sentences: upper case as SQL is written here, or lower case with its second word.
const STATEMENT =
  /^\s*(?:(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|WITH|CREATE|ALTER|DROP|TRUNCATE|LOCK|GRANT|SET LOCAL|BEGIN|COMMIT|ROLLBACK)(?:\s|;|$)|select\s[\s\S]*\sfrom\s|insert into\s|update\s\S+\sset\s|delete from\s|with\s\S+\sas\s*\()/;

/** SQL is written only in `src/store`. */
export const noSql = {
  create(context) {
    const place = placeOf(context.filename);
    if (isTestOrTool(place) || place.startsWith("src/store/")) return {};
    const report = (node) => context.report({ node, message: "SQL is written only in src/store." });
    return {
      Literal(node) {
        if (typeof node.value === "string" && STATEMENT.test(node.value)) report(node);
      },
      TemplateLiteral(node) {
        if (STATEMENT.test(node.quasis[0]?.value.cooked ?? "")) report(node);
      },
      TaggedTemplateExpression(node) {
        const tag = node.tag.type === "MemberExpression" ? node.tag.property : node.tag;
        if (tag.name === "sql") report(node);
      },
    };
  },
};
