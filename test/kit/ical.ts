/** A component of a calendar with its properties and what stands in it. */
export interface Component {
  readonly name: string;
  readonly properties: readonly Property[];
  readonly components: readonly Component[];
}

/** A property: its name, its parameters as they are written, and its value as it is written. */
export interface Property {
  readonly name: string;
  readonly parameters: string;
  readonly value: string;
}

/**
 * Reads a calendar as strictly as RFC 5545 says it: lines end by CR LF, none has more than 75 octets,
 * names are names, what begins ends. Throws with what is wrong.
 */
export function readIcal(text: string): Component {
  if (!text.endsWith("\r\n")) throw new Error("the last line does not end");
  const lines = text.slice(0, -2).split("\r\n");
  for (const line of lines) {
    if (/[\r\n\0]/u.test(line)) throw new Error(`a bare control character: ${line}`);
    if (Buffer.byteLength(line) > 75) throw new Error(`more than 75 octets: ${line}`);
    if (line.includes("\u{FFFD}")) throw new Error(`a character was cut: ${line}`);
  }
  const unfolded = lines.join("\r\n").replaceAll("\r\n ", "").split("\r\n");
  const root: Building = { name: "", properties: [], components: [] };
  const open = [root];
  for (const line of unfolded) {
    const [, name = "", parameters = "", value = ""] =
      /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=[^;:"]+)*):(.*)$/u.exec(line) ?? [];
    if (name === "") throw new Error(`no property: ${line}`);
    if (name === "BEGIN") {
      const inner: Building = { name: value, properties: [], components: [] };
      open.at(-1)?.components.push(inner);
      open.push(inner);
    } else if (name === "END") {
      if (open.pop()?.name !== value) throw new Error(`${value} ends that did not begin`);
    } else open.at(-1)?.properties.push({ name, parameters, value });
  }
  const [calendar] = root.components;
  if (open.length !== 1 || root.components.length !== 1 || calendar?.name !== "VCALENDAR")
    throw new Error("not one calendar");
  checkCalendar(calendar);
  return calendar;
}

interface Building extends Component {
  readonly properties: Property[];
  readonly components: Building[];
}

/** The value of a property; "" where there is none. Throws where there are two. */
export function valueIn({ properties }: Component, name: string): string {
  const found = properties.filter((one) => one.name === name);
  if (found.length > 1) throw new Error(`${name} stands twice`);
  return found[0]?.value ?? "";
}

/** A text as it was before it was escaped (RFC 5545 §3.3.11). Throws on an escape that is none, or a mark that should be escaped. */
export function textOf(value: string): string {
  if (/\\(?![\\;,nN])/u.test(value.replaceAll("\\\\", ""))) throw new Error(`escape: ${value}`);
  if (/(?<!\\)(?:\\\\)*[;,]/u.test(value.replace(/\\[;,]/gu, ""))) throw new Error(value);
  return value.replace(/\\([\\;,nN])/gu, (_, mark: string) => (/n/iu.test(mark) ? "\n" : mark));
}

function checkCalendar(calendar: Component): void {
  for (const name of ["PRODID", "VERSION"])
    if (valueIn(calendar, name) === "") throw new Error(`${name} is missing`);
  if (calendar.components.length === 0) throw new Error("a calendar without components");
  const uids = new Set<string>();
  for (const event of calendar.components) {
    if (event.name !== "VEVENT") continue;
    const uid = valueIn(event, "UID");
    if (uid === "" || uids.has(uid)) throw new Error(`UID ${uid}`);
    uids.add(uid);
    if (!/^\d{8}T\d{6}Z$/u.test(valueIn(event, "DTSTAMP"))) throw new Error("DTSTAMP");
    if (!/^\d{8}(?:T\d{6}Z)?$/u.test(valueIn(event, "DTSTART"))) throw new Error("DTSTART");
    textOf(valueIn(event, "SUMMARY"));
  }
}
