import { placeholderNames } from "../../words/placeholders.ts";
import { bulkWords } from "../../words/workspace/bulk.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Choice, Picked, Written } from "../ui/fields.tsx";
import { NOBODY } from "./wish.ts";
import type { BulkName, Wish } from "./wish.ts";

interface Fields {
  readonly act: BulkName;
  readonly wish: Wish;
  readonly onChange: (wish: Wish) => void;
}

/** What an act on many needs to be told. */
export function BulkFields({ act, wish, onChange }: Fields) {
  const { language, text } = useWords();
  const { desk, me } = useDesk();
  const say = bulkWords[language];
  const set = (to: string): void => onChange({ ...wish, to });
  switch (act) {
    case "assign": {
      const others = desk.staff.filter(({ id, role }) => id !== me.id && role !== "auditor");
      const options = [
        { id: me.id, label: me.name },
        ...others.map(({ id, name }) => ({ id, label: name })),
        { id: NOBODY, label: say.nobody },
      ];
      return <Picked name="to" label={say.to} value={wish.to} onChange={set} options={options} />;
    }
    case "classify":
    case "route": {
      const list = act === "classify" ? desk.severities : desk.levels;
      const options = list.map(({ id, label }) => ({ id, label: text(label) }));
      const label = say.acts[act];
      return <Choice name="to" label={label} value={wish.to} onChange={set} options={options} />;
    }
    case "note":
      return (
        <Written
          {...{ name: "text", label: say.note, lines: 4, value: wish.text.es }}
          onChange={(es) => onChange({ ...wish, text: { ...wish.text, es } })}
          isFirst
        />
      );
    case "reply":
    case "solve":
      return <Texts {...{ act, wish, onChange }} />;
    case "schedule":
      return (
        <Written
          {...{ name: "until", label: say.until, type: "datetime-local", value: wish.until }}
          onChange={(until) => onChange({ ...wish, until })}
          isFirst
        />
      );
    case "close":
      return (
        <Choice
          name="reason"
          label={say.reason}
          value={wish.reason}
          onChange={(reason) => onChange({ ...wish, reason: reason as Wish["reason"] })}
          options={Object.entries(say.reasons).map(([id, label]) => ({ id, label }))}
        />
      );
    case "join":
    case "leave":
      return <Written name="to" label={say.incident} value={wish.to} onChange={set} isFirst />;
    case "resume":
      return null;
  }
}

/** The same in each language: every client is told in their own. */
function Texts({ act, wish, onChange }: Fields) {
  const { language } = useWords();
  const say = bulkWords[language];
  return (
    <>
      {(["es", "en"] as const).map((of) => (
        <div key={of} lang={of === "es" ? "es-MX" : "en"}>
          {act === "solve" ? (
            <Written
              {...{ name: `cause-${of}`, label: say.causeIn[of], lines: 2, value: wish.cause[of] }}
              onChange={(said) => onChange({ ...wish, cause: { ...wish.cause, [of]: said } })}
              isFirst={of === "es"}
            />
          ) : null}
          <Written
            {...{ name: `text-${of}`, lines: of === "es" ? 4 : 2, value: wish.text[of] }}
            label={act === "solve" ? say.remedyIn[of] : say.textIn[of]}
            onChange={(said) => onChange({ ...wish, text: { ...wish.text, [of]: said } })}
            isFirst={act === "reply" && of === "es"}
          />
        </div>
      ))}
      <p className="soft small">
        {say.places}{" "}
        {placeholderNames.map(([es, en]) => `{{${language === "es" ? es : en}}}`).join(" ")}
      </p>
    </>
  );
}
