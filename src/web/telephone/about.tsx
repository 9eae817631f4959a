import type { Callers, PhoneState } from "../../contract/telephone.ts";
import type { Problem } from "../../contract/problem.ts";
import { sayReading } from "../../words/source.ts";
import { telephoneWords } from "../../words/workspace/telephone.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Asked } from "../take-down/asked-field.tsx";
import { askedFields } from "../take-down/asked-fields.ts";
import type { AskedField } from "../take-down/asked-fields.ts";
import { Choice, Picked } from "../ui/fields.tsx";
import { Icon } from "../ui/icons.tsx";
import type { CallDraft } from "./draft.ts";
import { formOf, formsByPhone, numberIn } from "./use-call.ts";
import type { Caller } from "./use-call.ts";

interface Asking {
  readonly draft: CallDraft;
  readonly change: (more: Partial<CallDraft>) => void;
  readonly callers: Callers["callers"];
  readonly phone: PhoneState | null;
  readonly problem: Problem | null;
}

/** What the call is about: one of the caller's open tickets, another by its folio, or a new case. */
export function About({ draft, change, callers, phone, problem }: Asking) {
  const { language } = useWords();
  const { desk, severity } = useDesk();
  const say = telephoneWords[language];
  const tickets = callers.flatMap((caller) => caller.tickets);
  const listed = tickets.map((ticket) => ({
    id: ticket.folio,
    label: `${ticket.folio} · ${ticket.subject}`,
    means: severity(ticket.severity),
  }));
  const chosen = tickets.find(({ folio }) => folio === draft.about);
  const asked = formOf(desk.forms, draft.form)?.fields ?? [];
  const choose = (about: string): void => {
    const isNew = about === "new" && Object.keys(draft.answers).length === 0;
    change({ about, ...(isNew ? { answers: knownOf(draft, callers[0], asked) } : {}) });
  };
  return (
    <>
      <Choice
        name="about"
        label={say.about}
        value={draft.about ?? ""}
        onChange={choose}
        options={[...listed, { id: "new", label: say.newCase }]}
      />
      {chosen?.phone?.open === false ? (
        <Closed phone={chosen.phone} title={say.ticketClosed} language={draft.language} />
      ) : null}
      {draft.about === "new" && phone !== null && !phone.open ? (
        <Closed phone={phone} title={say.phoneClosed} language={draft.language} />
      ) : null}
      {draft.about === "new" && phone?.open === true ? (
        <NewCase {...{ draft, change, problem }} />
      ) : null}
    </>
  );
}

/** Why the telephone is closed to them, by which clause, and what they are told (HB-6, RD-3, RD-13, RD-15). */
function Closed({
  phone,
  title,
  language,
}: {
  readonly phone: PhoneState;
  readonly title: string;
  readonly language: "es" | "en";
}) {
  const { language: own } = useWords();
  const say = telephoneWords[own];
  return (
    <div className="notice" aria-live="polite">
      <Icon name="phone" />
      <div>
        <p>
          {title} <span className="clause">{phone.clause.join(", ")}</span>
        </p>
        <p>
          {say.sayIt} <q lang={language}>{phone.say[language]}</q>
        </p>
        {phone.assumed === undefined ? null : <p className="reading">{sayReading(phone, own)}</p>}
      </div>
    </div>
  );
}

/** The desk's own form, asked in its order. */
function NewCase({ draft, change, problem }: Pick<Asking, "draft" | "change" | "problem">) {
  const { words, text } = useWords();
  const { desk } = useDesk();
  const say = words.takeDown;
  const form = formOf(desk.forms, draft.form);
  const fields = form === undefined ? [] : askedFields(form, draft.answers);
  const wrong = (id: string): string | undefined =>
    problem?.errors?.find(({ field }) => field === `fields.${id}`)?.detail;
  return (
    <>
      <Picked
        name="form"
        label={say.form}
        value={form?.id ?? ""}
        onChange={(chosen) => change({ form: chosen })}
        options={formsByPhone(desk.forms).map(({ id, title }) => ({ id, label: text(title) }))}
      />
      {fields.map((field) => (
        <Asked
          key={field.id}
          field={field}
          value={draft.answers[field.id] ?? ""}
          onChange={(value) => change({ answers: { ...draft.answers, [field.id]: value } })}
          error={wrong(field.id)}
        />
      ))}
      <Picked
        name="language"
        label={say.language}
        value={draft.language}
        onChange={(id) => change({ language: id === "en" ? "en" : "es" })}
        options={[
          { id: "es", label: say.spanish },
          { id: "en", label: say.english },
        ]}
      />
    </>
  );
}

/** What is known already of whoever calls is not asked again: who, from where, at which telephone. */
function knownOf(
  { typed }: CallDraft,
  caller: Caller | undefined,
  fields: readonly AskedField[],
): Record<string, string> {
  const { contact = null, organisation = null } = caller ?? {};
  const known: Readonly<Record<string, string | null | undefined>> = {
    identity: organisation?.rfc ?? organisation?.name ?? contact?.name,
    "contact-email": contact?.addresses[0],
    telephone: numberIn(typed) ?? contact?.telephones[0],
  };
  return Object.fromEntries(
    fields.flatMap(({ id, kind }): [string, string][] => {
      const value = known[kind] ?? "";
      return value === "" ? [] : [[id, value]];
    }),
  );
}
