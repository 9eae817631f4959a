import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";

const STAFF = "staff:";

/** Whom a mail goes to: an address, or the name of somebody of the desk, whose address is looked up when it leaves. */
export function useRecipientWords(): (recipient: string | null) => string {
  const { words } = useWords();
  const { desk } = useDesk();
  return (recipient) => {
    if (recipient === null) return words.outgoing.nobody;
    if (!recipient.startsWith(STAFF)) return recipient;
    const id = recipient.slice(STAFF.length);
    return desk.staff.find((person) => person.id === id)?.name ?? words.outgoing.staff;
  };
}
