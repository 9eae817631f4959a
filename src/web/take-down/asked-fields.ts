import type { DeskDetail } from "../../contract/desk.ts";

type Form = DeskDetail["forms"][number];

/** A field of a form, as the workspace asks for it. */
export type AskedField = Form["fields"][number];

/** The fields that a form asks for with these answers: its own, and those that a chosen answer asks for. Files wait for the ticket. */
export function askedFields(
  form: Form,
  answers: Readonly<Record<string, string>>,
): readonly AskedField[] {
  const asked = new Set(
    form.fields.flatMap(({ id, options }) =>
      options.filter(({ value }) => value === answers[id]).flatMap(({ asks }) => asks),
    ),
  );
  return form.fields.filter(
    ({ id, kind, onlyWhenAsked }) => kind !== "files" && (!onlyWhenAsked || asked.has(id)),
  );
}

/** The answers to what is asked, without what was left empty. */
export function answersTo(
  fields: readonly AskedField[],
  answers: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap(({ id }): [string, string][] => {
      const answer = answers[id]?.trim() ?? "";
      return answer === "" ? [] : [[id, answer]];
    }),
  );
}
