import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import type { RefObject } from "react";
import type { CannedReply } from "../../contract/canned.ts";
import type { TicketDetail } from "../../contract/ticket.ts";
import { rankCanned } from "../../core/canned/canned.ts";
import type { Canned, CannedFor } from "../../core/canned/canned.ts";
import { composeWords } from "../../words/workspace/compose.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { useActWords } from "./act-words.ts";
import { sideOf } from "./draft.ts";
import { slashSources } from "./slash.ts";
import { writtenOver } from "./typed.ts";
import type { Typed } from "./typed.ts";
import { useCannedReplies, useFilled, withCanned } from "./use-canned.ts";
import type { ComposedNow } from "./use-composition.ts";

/** Gives a key to the open menu; `true`: it took it. */
export type MenuKeys = (key: string) => boolean;

interface Called {
  readonly ticket: TicketDetail;
  readonly composition: ComposedNow;
  readonly typed: Typed;
  readonly keys: RefObject<MenuKeys | null>;
  /** Writes over what was typed. */
  readonly onWrite: (text: string) => void;
  readonly onClose: () => void;
}

interface Item {
  readonly id: string;
  readonly name: string;
  readonly hint: string;
  /** What it does besides, each in a line. */
  readonly does: readonly string[];
  readonly choose: () => void;
}

/** The menu that opens while one types: prepared answers, what other parts offer, or colleagues. */
export function CallMenu(called: Called) {
  return called.typed.menu === "mention" ? <Mentions {...called} /> : <Slash {...called} />;
}

const MOST = 8;

function Slash(called: Called) {
  const { ticket, composition, typed, onWrite, onClose } = called;
  const { language } = useWords();
  const { desk } = useDesk();
  const say = composeWords[language];
  const canned = useCannedReplies();
  const filled = useFilled(ticket);
  const sayAct = useActWords();
  const found = useQuery({
    queryKey: ["slash", desk.id, ticket.row.folio, typed.words, language],
    queryFn: async ({ signal }) => {
      const asked = { desk: desk.id, ticket, typed: typed.words, language, signal };
      return Promise.all(slashSources.map(({ find }) => find(asked)));
    },
    enabled: slashSources.length > 0,
    placeholderData: (before) => before,
  });
  const { draft, change, offered } = composition;
  const use = (reply: CannedReply): void => {
    const content = reply.content as Canned;
    const words = filled(content.text);
    const { text } = writtenOver(draft.text, typed, words);
    onWrite(words);
    change(withCanned(draft, { id: reply.id, content }, { offered, filled, text }));
  };
  const side = sideOf(draft.mode);
  const fits = (canned.data?.replies ?? []).filter(
    ({ content }) => content.mode === "none" || sideOf(content.mode) === side,
  );
  const answers = rankCanned(
    fits.map((reply) => ({ reply, canned: reply.content as Canned, uses: reply.uses })),
    forTicket(ticket, language),
    typed.words,
  );
  const items: Item[] = answers.slice(0, MOST).map(({ reply }) => ({
    id: reply.id,
    name: reply.content.name,
    hint: filled(reply.content.text || reply.content.remedy).slice(0, 160),
    does: reply.content.acts.map((act) => sayAct(act)),
    choose: () => use(reply),
  }));
  const others = slashSources.flatMap((_source, at) =>
    (found.data?.[at] ?? []).slice(0, MOST).map((one) => ({
      ...{ id: one.id, name: one.name, hint: one.hint, does: [] },
      choose: () => {
        onWrite(one.insertion.text);
        const { used } = one.insertion;
        if (used !== undefined) change({ used: [...draft.used, used] });
      },
    })),
  );
  return (
    <Choices
      items={[...items, ...others]}
      keys={called.keys}
      title={say.slash.title}
      none={say.slash.none}
    >
      <Link to="/d/$desk/respuestas" params={{ desk: desk.id }} className="small" onClick={onClose}>
        {say.slash.manage}
      </Link>
    </Choices>
  );
}

function forTicket(ticket: TicketDetail, language: "es" | "en"): CannedFor {
  const filed = ticket.timeline.find(({ type }) => type === "filed")?.facts ?? {};
  const { requester, kind } = filed;
  const said =
    typeof requester === "object" && requester !== null && "language" in requester
      ? requester.language
      : language;
  return {
    form: ticket.form,
    severity: ticket.row.severity,
    kind: typeof kind === "string" ? kind : "",
    language: said === "en" ? "en" : "es",
  };
}

function Mentions({ composition, typed, keys, onWrite }: Called) {
  const { language } = useWords();
  const { desk, me } = useDesk();
  const say = composeWords[language];
  const { draft, change } = composition;
  const bare = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const items = desk.staff
    .filter(
      ({ id, name, party }) =>
        id !== me.id && party === null && bare(name).includes(bare(typed.words)),
    )
    .slice(0, MOST)
    .map(({ id, name }) => ({
      ...{ id, name, hint: "", does: [] },
      choose: () => {
        onWrite(`@${name} `);
        change({
          text: writtenOver(draft.text, typed, `@${name} `).text,
          mentions: [...new Set([...draft.mentions, id])],
        });
      },
    }));
  return <Choices {...{ items, keys }} title={say.mention.title} none={say.mention.none} />;
}

interface Choosing {
  readonly items: readonly Item[];
  readonly keys: RefObject<MenuKeys | null>;
  readonly title: string;
  readonly none: string;
  readonly children?: React.ReactNode;
}

/** A list beside the box that keeps the cursor: arrows move, Enter or Tab chooses. */
function Choices({ items, keys, title, none, children }: Choosing) {
  const [at, setAt] = useState(0);
  const chosen = Math.min(at, items.length - 1);
  useEffect(() => {
    keys.current = (key) => {
      if (items.length === 0) return false;
      if (key === "ArrowDown") setAt((chosen + 1) % items.length);
      else if (key === "ArrowUp") setAt((chosen - 1 + items.length) % items.length);
      else if (key === "Enter" || key === "Tab") items[chosen]?.choose();
      else return false;
      return true;
    };
    return () => {
      keys.current = null;
    };
  });
  useEffect(() => {
    document.querySelector("#compose-menu-chosen")?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  return (
    <div className="call-menu" role="presentation" onMouseDown={(event) => event.preventDefault()}>
      <ul id="compose-menu" role="listbox" aria-label={title}>
        {items.map(({ id, name, hint, does, choose }, index) => (
          <li
            key={id}
            id={index === chosen ? "compose-menu-chosen" : undefined}
            role="option"
            aria-selected={index === chosen}
            className="call-item"
            onClick={choose}
            onMouseMove={() => setAt(index)}
          >
            <b>{name}</b>
            {hint === "" ? null : <span className="call-hint">{hint}</span>}
            {does.map((one) => (
              <span key={one} className="tag">
                {one}
              </span>
            ))}
          </li>
        ))}
      </ul>
      {items.length === 0 ? <p className="soft small">{none}</p> : null}
      {children === undefined ? null : <p className="call-foot">{children}</p>}
    </div>
  );
}
