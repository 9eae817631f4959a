import { bareLine } from "../text/bare.ts";
import { identifierKey, identifiersIn, telephoneKeys } from "./identifiers.ts";

/** What a part of a ticket is, where something was found. */
export type PartKind =
  | "subject"
  | "requester"
  | "organisation"
  | "field"
  | "file"
  | "message"
  | "note";

/** How much it counts that something was found there: A most. */
export type Weight = "A" | "B" | "C" | "D";

/** A part of a ticket that is searched. */
export interface Part {
  readonly kind: PartKind;
  readonly weight: Weight;
  readonly text: string;
  /** A field's id, a file's name, or a message's event. */
  readonly name?: string;
  readonly seq?: number;
  readonly at?: number;
}

/** A ticket as it is found: its parts, what identifies it, and the marks by which filters narrow. */
export interface SearchDocument {
  readonly parts: readonly Part[];
  readonly keys: readonly string[];
  readonly marks: readonly string[];
}

/** What a ticket is made of, as far as searches are concerned. Instants in milliseconds. */
export interface Searchable {
  readonly desk: string;
  readonly subject: string;
  readonly requester: {
    readonly name: string | null;
    readonly address: string | null;
    readonly identity: string | null;
    readonly telephone: string | null;
  };
  readonly organisation: { readonly name: string; readonly rfc: string | null } | null;
  readonly fields: Readonly<Record<string, string>>;
  readonly messages: readonly {
    readonly seq: number;
    readonly at: number;
    readonly public: boolean;
    readonly text: string;
  }[];
  readonly files: readonly string[];
  readonly references: readonly string[];
  readonly severity: string;
  readonly level: string;
  readonly channel: string;
  readonly progress: string;
  readonly state: string;
  readonly assignee: string | null;
  readonly breached: boolean;
}

/** What is read of one message; and of all that is said in a ticket. In characters. */
const MESSAGE = 20_000;
const ALL_MESSAGES = 120_000;

/** A mark: no word of a text begins with an "@" once it is taken apart, so nothing that people write is one. */
export const mark = {
  desk: (id: string): string => `@d/${id}`,
  severity: (id: string): string => `@s/${id}`,
  level: (id: string): string => `@l/${id}`,
  channel: (id: string): string => `@c/${id}`,
  progress: (name: string): string => `@p/${name}`,
  state: (id: string): string => `@t/${id}`,
  assignee: (id: string | null): string => `@a/${id ?? ""}`,
  breached: "@b",
  hasFile: "@f",
  file: (word: string): string => `@f/${word}`,
};

/** The words of a file's name, as somebody looks for them: "Factura_A-921.xml" has "factura", "a", "921" and "xml". */
export function fileWords(name: string): readonly string[] {
  return bareLine(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/** What a ticket is found by. */
export function searchDocument(ticket: Searchable): SearchDocument {
  const parts = [...headParts(ticket), ...messageParts(ticket.messages)];
  const { requester, organisation, files, references } = ticket;
  const whole = [requester.address, requester.identity, organisation?.rfc, ...files, ...references];
  const keys = new Set([
    ...whole.flatMap((one) =>
      one === null || one === undefined || one === "" ? [] : [identifierKey(one)],
    ),
    ...telephoneKeys(requester.telephone ?? ""),
    ...parts.flatMap(({ text }) => identifiersIn(text)),
  ]);
  return { parts, keys: [...keys].filter((key) => key.length >= 3), marks: marksOf(ticket) };
}

function headParts(ticket: Searchable): readonly Part[] {
  const { requester, organisation } = ticket;
  // An address is one word; the parts of its own are found as well.
  const address = requester.address ?? "";
  const [, domain = ""] = address.split("@");
  const parts = [address, domain, ...fileWords(address)];
  const who = [requester.name, ...parts, requester.identity].filter(Boolean).join(" ");
  const heads: readonly Part[] = [
    { kind: "subject", weight: "A", text: ticket.subject },
    { kind: "requester", weight: "B", text: who },
    {
      kind: "organisation",
      weight: "B",
      text: [organisation?.name, organisation?.rfc].filter(Boolean).join(" "),
    },
    ...Object.entries(ticket.fields).map(([name, text]): Part => ({
      kind: "field",
      weight: "B",
      text: text.slice(0, MESSAGE),
      name,
    })),
    ...ticket.references.map((text): Part => ({ kind: "field", weight: "B", text, name: "" })),
    // Apart, so that each word of the name is found; and whole.
    ...ticket.files.map((name): Part => ({
      kind: "file",
      weight: "B",
      text: `${name} ${fileWords(name).join(" ")}`,
      name,
    })),
  ];
  return heads.filter(({ text }) => text.trim() !== "");
}

function messageParts(messages: Searchable["messages"]): readonly Part[] {
  let left = ALL_MESSAGES;
  return messages.flatMap(({ seq, at, text, ...message }): readonly Part[] => {
    const read = text.slice(0, Math.min(MESSAGE, left));
    left -= read.length;
    if (read.trim() === "") return [];
    return message.public
      ? [{ kind: "message", weight: "C", text: read, seq, at }]
      : [{ kind: "note", weight: "D", text: read, seq, at }];
  });
}

function marksOf(ticket: Searchable): readonly string[] {
  const marks = [
    mark.desk(ticket.desk),
    mark.severity(ticket.severity),
    mark.level(ticket.level),
    mark.channel(ticket.channel),
    mark.progress(ticket.progress),
    mark.state(ticket.state),
    mark.assignee(ticket.assignee),
    ...(ticket.breached ? [mark.breached] : []),
    ...(ticket.files.length === 0 ? [] : [mark.hasFile]),
    ...ticket.files.flatMap(fileWords).map(mark.file),
  ];
  return [...new Set(marks)];
}
