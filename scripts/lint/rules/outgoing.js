import { globalReferences, isAmong, isTestOrTool, placeOf } from "../place.js";

// One module on each side: the server's refuses private addresses, the browser's adds the token.
const WAYS_OUT = ["src/channels/outgoing.ts", "src/web/api/", "src/site/assets/"];
const GLOBALS = ["fetch", "XMLHttpRequest", "WebSocket", "EventSource"];
const CLIENTS = ["undici", "axios", "got", "node-fetch", "ky"];
const HTTP = ["http", "https", "node:http", "node:https"];

/** Requests leave through one module. */
export const outgoing = {
  create(context) {
    const place = placeOf(context.filename);
    if (isTestOrTool(place) || isAmong(place, WAYS_OUT)) return {};
    const report = (node) =>
      context.report({ node, message: `Requests leave only through ${WAYS_OUT.join(" and ")}.` });
    return {
      ImportDeclaration(node) {
        const from = node.source.value;
        if (CLIENTS.includes(from) || (HTTP.includes(from) && takesClient(node))) report(node);
      },
      "Program:exit"() {
        for (const node of globalReferences(context, GLOBALS)) report(node);
      },
    };
  },
};

// A server may be made from node:http; a namespace or default import could do both, so it may not.
function takesClient(node) {
  return node.specifiers.some(
    (one) =>
      one.type !== "ImportSpecifier" || ["request", "get", "Agent"].includes(one.imported.name),
  );
}
