import type { TicketDetail } from "../../contract/ticket.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Fact } from "../ui/fields.tsx";

/** What the requester wrote in the form, with the form's own labels. */
export function Written({ ticket }: { readonly ticket: TicketDetail }) {
  const { words, text } = useWords();
  const { desk } = useDesk();
  const fields = desk.forms.find(({ id }) => id === ticket.form)?.fields ?? [];
  const said = Object.entries(ticket.fields).flatMap(([id, value]) => {
    // Who they are stands above already.
    if (["", ticket.identity, ticket.row.requester.address].includes(value)) return [];
    const field = fields.find((one) => one.id === id);
    const option = field?.options.find((one) => one.value === value);
    return [
      {
        id,
        term: field === undefined ? id : text(field.label),
        value: option === undefined ? value : text(option.label),
      },
    ];
  });
  const filed = ticket.timeline.find(({ type }) => type === "filed")?.facts["missing"];
  const missing = (Array.isArray(filed) ? filed : []).flatMap((id) =>
    Object.hasOwn(ticket.fields, String(id)) ? [] : fields.filter((field) => field.id === id),
  );
  if (said.length + missing.length === 0) return null;
  return (
    <section className="part">
      <h3>{words.context.fields}</h3>
      <dl>
        {said.map(({ id, term, value }) => (
          <Fact key={id} term={term}>
            {value}
          </Fact>
        ))}
        {missing.length === 0 ? null : (
          <Fact term={words.context.missing}>
            {missing.map(({ label }) => text(label)).join("; ")}
          </Fact>
        )}
      </dl>
    </section>
  );
}
