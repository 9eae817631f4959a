import { useWords } from "../app/language.tsx";
import { Choice, Picked, Written } from "../ui/fields.tsx";
import type { AskedField } from "./asked-fields.ts";

interface Asking {
  readonly field: AskedField;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
}

const MOST_RADIOS = 7;

/** One field of the form that is being filled in for somebody. */
export function Asked({ field, value, onChange, error }: Asking) {
  const { words, text } = useWords();
  const say = words.takeDown;
  const { id, kind, required } = field;
  const label = required ? text(field.label) : `${text(field.label)} ${say.optional}`;
  const common = { name: id, label, value, onChange, error };
  if (kind === "yes-no" || kind === "consent") {
    const options = [
      { id: "yes", label: say.yes },
      { id: "no", label: say.no },
    ];
    return <Choice {...common} options={options} />;
  }
  if (field.options.length > 0) {
    const options = field.options.map((option) => ({
      id: option.value,
      label: text(option.label),
    }));
    if (options.length <= MOST_RADIOS) return <Choice {...common} options={options} />;
    return <Picked {...common} options={[{ id: "", label: say.choose }, ...options]} />;
  }
  const type = kind === "contact-email" ? "email" : kind === "date" ? "date" : "text";
  return (
    <Written
      {...common}
      type={type}
      required={required}
      {...(kind === "text" ? { lines: 4 } : {})}
    />
  );
}
