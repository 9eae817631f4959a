import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { CannedReply } from "../../contract/canned.ts";
import type { TicketDetail } from "../../contract/ticket.ts";
import { rankCanned } from "../../core/canned/canned.ts";
import type { Canned, CannedFor } from "../../core/canned/canned.ts";
import { composeWords } from "../../words/workspace/compose.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { useActWords } from "./act-words.ts";
import { Choices } from "./choices.tsx";
import type { Hanging, Item } from "./choices.tsx";
import { sideOf } from "./draft.ts";
import { slashSources } from "./slash.ts";
import { writtenOver } from "./typed.ts";
import type { Typed } from "./typed.ts";
import { useCannedReplies, useFilled, withCanned } from "./use-canned.ts";
import type { ComposedNow } from "./use-composition.ts";

/** What a menu of the box works on. */
export interface Called extends Hanging {
  readonly ticket: TicketDetail;
  readonly composition: ComposedNow;
  readonly typed: Typed;
  /** Writes over what was typed. */
  readonly onWrite: (text: string) => void;
  readonly onClose: () => void;
}

const MOST = 8;

/** What opens after a stroke: prepared answers that fit the ticket, and what other parts of the workspace offer. */
export function SlashMenu(called: Called) {
  const { language } = useWords();
  const { desk } = useDesk();
  const say = composeWords[language].slash;
  const canned = useCannedReplies();
  const answers = useAnswers(called, canned.data?.replies ?? []);
  const others = useOthers(called);
  const isLooking = canned.isLoading || others.isLooking;
  const hasNone = canned.data?.replies.length === 0;
  const { area, onKeys, onClose } = called;
  return (
    <Choices
      {...{ area, onKeys }}
      items={[...answers, ...others.items]}
      title={say.title}
      isLooking={isLooking}
      none={isLooking ? say.loading : hasNone ? say.empty : say.none}
    >
      <Link
        to={hasNone ? "/d/$desk/respuestas/$id" : "/d/$desk/respuestas"}
        params={{ desk: desk.id, id: "nueva" }}
        className="small"
        onClick={onClose}
      >
        {hasNone ? say.make : say.manage}
      </Link>
    </Choices>
  );
}

function useAnswers(
  { ticket, composition, typed, onWrite }: Called,
  replies: readonly CannedReply[],
): readonly Item[] {
  const { language } = useWords();
  const filled = useFilled(ticket);
  const sayAct = useActWords();
  const { draft, change, offered } = composition;
  const side = sideOf(draft.mode);
  const fits = replies.filter(
    ({ content }) => content.mode === "none" || sideOf(content.mode) === side,
  );
  const ranked = rankCanned(
    fits.map((reply) => ({ reply, canned: reply.content as Canned, uses: reply.uses })),
    forTicket(ticket, language),
    typed.words,
  );
  return ranked.slice(0, MOST).map(({ reply, canned: content }) => ({
    id: reply.id,
    name: content.name,
    hint: filled(content.text || content.remedy).slice(0, 160),
    does: content.acts.map((act) => sayAct(act)),
    choose: () => {
      const words = filled(content.text);
      const { text } = writtenOver(draft.text, typed, words);
      onWrite(words);
      change(withCanned(draft, { id: reply.id, content }, { offered, filled, text }));
    },
  }));
}

/** What other parts of the workspace offer, each asked when the menu is open. */
function useOthers({ ticket, composition, typed, onWrite }: Called): {
  readonly items: readonly Item[];
  readonly isLooking: boolean;
} {
  const { language } = useWords();
  const { desk } = useDesk();
  const { draft, change } = composition;
  const found = useQuery({
    queryKey: ["slash", desk.id, ticket.row.folio, typed.words, language],
    queryFn: async ({ signal }) => {
      const asked = { desk: desk.id, ticket, typed: typed.words, language, signal };
      return Promise.all(slashSources.map(({ find }) => find(asked)));
    },
    enabled: slashSources.length > 0,
    placeholderData: (before) => before,
  });
  const isOld = found.isPlaceholderData;
  const items = (found.data ?? []).flatMap((list) =>
    list.slice(0, MOST).map(({ id, name, hint, insertion }) => ({
      ...{ id, name, hint, does: [], isOld },
      choose: () => {
        onWrite(insertion.text);
        if (insertion.used !== undefined) change({ used: [...draft.used, insertion.used] });
      },
    })),
  );
  return { items, isLooking: found.isLoading || isOld };
}

function forTicket(ticket: TicketDetail, language: "es" | "en"): CannedFor {
  const filed = ticket.timeline.find(({ type }) => type === "filed")?.facts ?? {};
  const { requester } = filed;
  const said =
    typeof requester === "object" && requester !== null && "language" in requester
      ? requester.language
      : language;
  return {
    form: ticket.form,
    severity: ticket.row.severity,
    kind: ticket.type,
    language: said === "en" ? "en" : "es",
  };
}
