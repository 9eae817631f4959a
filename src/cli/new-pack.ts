import { parseDocument, stringify } from "yaml";
import type { Node } from "yaml";

/** What somebody answers about the desk that they start. */
export interface NewDesk {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly zone: string;
}

const MEXICO =
  /^America\/(?:Mexico_City|Cancun|Merida|Monterrey|Matamoros|Chihuahua|Ciudad_Juarez|Ojinaga|Mazatlan|Bahia_Banderas|Hermosillo|Tijuana)$/;

/** The statutory holidays of the country of a zone, where there is a table of them. */
function holidaysOf(zone: string): string[] {
  if (MEXICO.test(zone)) return ["mx-lft"];
  return zone === "America/Caracas" ? ["ve-lottt"] : [];
}

/** The letters before a ticket's number: those with which the words of the desk's name begin, "mesa-de-pagos" is MDP. */
function folioPrefix(id: string): string {
  const words = id.split("-");
  const letters = words.length > 1 ? words.map((word) => word.charAt(0)).join("") : id.slice(0, 2);
  return letters.slice(0, 4).toUpperCase();
}

/** A value as people write YAML on one line. */
const written = (value: string | readonly string[] | Readonly<Record<string, string>>): string =>
  stringify(value, { collectionStyle: "flow", lineWidth: 0 })
    .trim()
    .replace(/^\[ (.*) \]$/, "[$1]");

/** The pack to start from, with the answers in it; all else stays as it is written. */
export function newPack(template: string, { id, name, nameEn, zone }: NewDesk): string {
  const doc = parseDocument(template);
  const answers: readonly (readonly [path: readonly string[], text: string])[] = [
    [["desk", "id"], written(id)],
    [["desk", "name"], written(nameEn === null ? name : { es: name, en: nameEn })],
    [["desk", "zone"], written(zone)],
    [["desk", "folio"], `"${folioPrefix(id)}-{n}"`],
    [["calendars", "oficina", "closed"], written(holidaysOf(zone))],
  ];
  const places = answers.map(([path, text]) => {
    const range = (doc.getIn(path, true) as Node | undefined)?.range;
    if (range === undefined || range === null) throw new Error(`no ${path.join(".")} to fill in`);
    return { from: range[0], to: range[1], text };
  });
  return places
    .toSorted((a, b) => b.from - a.from)
    .reduce((pack, { from, to, text }) => pack.slice(0, from) + text + pack.slice(to), template);
}

/** The first scenario to start from: its tickets have the numbers of the new desk. */
export function newScenario(template: string, id: string): string {
  return template.replaceAll(/\bMA-(\d+)/g, `${folioPrefix(id)}-$1`);
}
