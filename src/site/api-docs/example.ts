import type { Description, Json, Parameter, Placed } from "../../contract/api-description.ts";

/** What stands in an example for each word of an address. */
const words: Readonly<Record<string, string>> = {
  desk: "hib2b",
  folio: "HD-12",
  clock: "resolucion",
  session: "0Zk3pW8sVt5yQm1xCg7bRn",
};

/** A request as the command line sends it, with every part that has to be said. */
export function curlOf({ path, method, operation }: Placed, { servers }: Description): string {
  const parameters = operation.parameters ?? [];
  const filled = path.replaceAll(/\{(\w+)\}/gu, (_, name: string) => words[name] ?? `<${name}>`);
  const asked = parameters.filter(({ in: where, required }) => where === "query" && required);
  const query = asked.map(({ name }: Parameter) => `${name}=…`).join("&");
  const url = `${servers[0]?.url ?? ""}${filled}${query === "" ? "" : `?${query}`}`;
  const lines = [`curl ${quoted(url)}`, `  -H "Authorization: Bearer $PLAZO_TOKEN"`];
  if (method === "post") lines.push(`  -H "Idempotency-Key: $(uuidgen)"`);
  const content = operation.requestBody?.content ?? {};
  const json = content["application/json"];
  if (json !== undefined) {
    lines.push(`  -H "Content-Type: application/json"`);
    lines.push(`  -d ${quoted(JSON.stringify(json.example ?? ({} as Json), null, 2))}`);
  } else if (content["application/octet-stream"] !== undefined) {
    lines.push(`  -H "Content-Type: application/octet-stream"`, "  --data-binary @factura.pdf");
  } else if (method === "post") lines.push("  -X POST");
  return lines.join(" \\\n");
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
