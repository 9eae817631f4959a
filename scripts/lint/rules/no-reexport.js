/** A name is imported from the file that defines it: no file passes another's names on. */
export const noReexport = {
  create(context) {
    const imported = new Set();
    const report = (node) =>
      context.report({
        node,
        message: "No re-exports: import from the file that defines the name.",
      });
    return {
      ImportDeclaration(node) {
        for (const specifier of node.specifiers) imported.add(specifier.local.name);
      },
      ExportAllDeclaration: report,
      ExportNamedDeclaration(node) {
        const passesOn = node.specifiers.some((one) => imported.has(one.local.name));
        if (node.source !== null || passesOn) report(node);
      },
    };
  },
};
