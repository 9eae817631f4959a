import type { Organisation } from "../../contract/register.ts";
import { sayLongDate } from "../../words/dates.ts";
import { registerWords } from "../../words/workspace/register.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Icon } from "../ui/icons.tsx";

/** Whether a client's support is paid, and until when, in words and not by colour alone. */
export function Support({
  client,
}: {
  readonly client: Pick<Organisation, "supportValid" | "paidUntil">;
}) {
  const { language } = useWords();
  const { place } = useDesk();
  const say = registerWords[language];
  const { supportValid, paidUntil } = client;
  if (paidUntil === null) return <span>{say.valid}</span>;
  // What ends at midnight was valid on the day before.
  const day = sayLongDate(paidUntil - 1, place);
  if (supportValid) return <span>{say.validUntil(day)}</span>;
  return (
    <span className="late">
      <Icon name="expired" /> {say.expiredOn(day)}
    </span>
  );
}
