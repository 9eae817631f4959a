import { useRouter } from "@tanstack/react-router";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { closeBox } from "./opened.ts";
import type { Entry } from "./entry.ts";
import { rememberChosen } from "./recent.ts";
import type { Line } from "./sections.ts";

const BASE = "/app";

interface Choosing {
  readonly written: string;
  readonly entries: readonly Entry[];
  readonly setWritten: (written: string) => void;
}

/** Does what a line of the box stands for; what has an address may be opened beside. */
export function useChoose({ written, entries, setWritten }: Choosing) {
  const { desk } = useDesk();
  const { text } = useWords();
  const router = useRouter();
  const at = `/d/${encodeURIComponent(desk.id)}`;
  const go = (href: string, isBeside: boolean): void => {
    if (isBeside) window.open(BASE + href, "_blank", "noopener");
    else {
      closeBox();
      router.history.push(BASE + href);
    }
  };
  const enter = (entry: Entry, isBeside: boolean): void => {
    rememberChosen(desk.id, { id: entry.id, label: entry.label, href: entry.href ?? null });
    if (entry.href !== undefined) return go(entry.href, isBeside);
    closeBox();
    entry.run?.();
  };
  return (line: Line, isBeside: boolean): void => {
    switch (line.is) {
      case "filter":
        return setWritten(line.completion.becomes);
      case "entry":
        return enter(line.entry, isBeside);
      case "recent": {
        const entry = entries.find(({ id }) => id === line.chosen.id);
        if (entry !== undefined) return enter(entry, isBeside);
        return line.chosen.href === null ? undefined : go(line.chosen.href, isBeside);
      }
      case "ticket": {
        const { folio, subject } = line.ticket.row;
        const href = `${at}/t/${encodeURIComponent(folio)}`;
        rememberChosen(desk.id, { id: line.id, label: `${folio} · ${subject}`, href });
        return go(`${href}?view=open`, isBeside);
      }
      case "article": {
        const { id, title } = line.article;
        const href = `${at}/articulos/${encodeURIComponent(id)}`;
        rememberChosen(desk.id, { id: line.id, label: text(title), href });
        return go(href, isBeside);
      }
      case "client":
        return line.organisation === null
          ? go(`${at}/registro?${new URLSearchParams({ q: line.name })}`, isBeside)
          : go(`${at}/registro/${encodeURIComponent(line.organisation)}`, isBeside);
      case "all":
        return go(`${at}?${new URLSearchParams({ view: "open", q: written.trim() })}`, isBeside);
    }
  };
}
