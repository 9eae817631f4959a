import type { FieldPart } from "../schema/forms.ts";
import type { PackSource } from "../schema/pack.ts";

/** Every name that a pack gives, by what it names. */
export interface Names {
  readonly calendars: readonly string[];
  readonly severities: readonly string[];
  readonly levels: readonly string[];
  readonly channels: readonly string[];
  readonly kinds: readonly string[];
  readonly clocks: readonly string[];
  readonly grounds: readonly string[];
  readonly messages: readonly string[];
  readonly forms: readonly string[];
  readonly roles: readonly string[];
  readonly announcements: readonly string[];
  /** A field's name may stand in several forms. */
  readonly fields: ReadonlyMap<string, readonly FieldPart[]>;
}

/** Roles that every desk has. */
const deskRoles = ["anybody", "requester", "client", "agent", "supervisor"] as const;

const keys = (section: object | undefined): string[] => Object.keys(section ?? {});

/** Collects the names of a pack. */
export function namesOf(pack: PackSource): Names {
  const fields = new Map<string, FieldPart[]>();
  for (const form of Object.values(pack.forms ?? {})) {
    for (const [name, field] of Object.entries(form.fields)) {
      fields.set(name, [...(fields.get(name) ?? []), field]);
    }
  }
  return {
    calendars: keys(pack.calendars),
    severities: keys(pack.severities),
    levels: keys(pack.levels),
    channels: keys(pack.channels),
    kinds: Object.entries(pack.forms ?? {}).map(([id, form]) => form.kind ?? id),
    clocks: keys(pack.clocks),
    grounds: keys(pack.grounds),
    messages: keys(pack.messages),
    forms: keys(pack.forms),
    roles: [...deskRoles, ...keys(pack.people?.roles), ...keys(pack.levels)],
    announcements: keys(pack.announcements),
    fields,
  };
}
