import { useEffect, useState } from "react";
import { Button } from "react-aria-components";
import { MINUTE } from "../../core/time/instant.ts";
import { sayTime } from "../../words/dates.ts";
import { queueWorkWords } from "../../words/workspace/queue-work.ts";
import { guard } from "../api/bulk.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { useShortcuts } from "../shell/shortcuts.ts";
import { FormOver } from "../ui/dialog.tsx";
import { Written } from "../ui/fields.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { Icon } from "../ui/icons.tsx";
import { guardNow, standOnGuard, useOnGuard } from "./guard.ts";
import { useGuard } from "./use-guard.ts";

/** How often a ticket that one has is kept for longer; and how often one looks again where there was none. */
const KEPT_EVERY = 2 * MINUTE;
const LOOKED_EVERY = MINUTE / 4;

/** Over the work while one is on guard: which ticket one has, the next one, passing it over, leaving. */
export function GuardBar() {
  const { language } = useWords();
  const { desk, place } = useDesk();
  const standing = useOnGuard();
  const { next, skip, leave, problem } = useGuard();
  const [skipping, setSkipping] = useState(false);
  const say = queueWorkWords[language].guard;
  const turn = standing.on ? standing.turn : null;
  useShortcuts(turn === null ? { ".": next } : { ".": next, ",": () => setSkipping(true) });
  useEffect(() => {
    if (!standing.on) return undefined;
    const keep = async (): Promise<void> => {
      const kept = await guard(desk.id, "keep");
      if (!kept.ok || !guardNow().on) return;
      standOnGuard({ on: true, turn: kept.value.turn, lost: kept.value.turn === null });
    };
    const every = turn === null ? LOOKED_EVERY : KEPT_EVERY;
    const timer = setInterval(() => (turn === null ? next() : void keep()), every);
    return () => clearInterval(timer);
    // oxlint-disable-next-line react/exhaustive-deps -- the timer is of the ticket that one has
  }, [standing.on, turn?.folio, desk.id]);
  if (!standing.on) return null;
  return (
    <section className="guard-bar" aria-label={say.on}>
      <Icon name="shield" /> <b>{say.on}</b>
      <output>
        {turn === null
          ? standing.lost
            ? say.lost
            : `${say.none} ${say.noneMore}`
          : say.has(turn.folio, sayTime(turn.until, place))}
      </output>
      <span className="grow" />
      <Button className="button small" onPress={next}>
        {say.next} <kbd className="stroke">.</kbd>
      </Button>
      {turn === null ? null : (
        <Button className="button quiet small" onPress={() => setSkipping(true)}>
          {say.skip} <kbd className="stroke">,</kbd>
        </Button>
      )}
      <Button className="button quiet small" onPress={leave}>
        {say.leave}
      </Button>
      <ProblemNotice problem={problem} />
      {skipping && turn !== null ? (
        <Skip
          onSkip={(reason) => {
            setSkipping(false);
            skip(turn.folio, reason);
          }}
          onClose={() => setSkipping(false)}
        />
      ) : null}
    </section>
  );
}

interface Skipping {
  readonly onSkip: (reason: string) => void;
  readonly onClose: () => void;
}

function Skip({ onSkip, onClose }: Skipping) {
  const { language } = useWords();
  const [reason, setReason] = useState("");
  const say = queueWorkWords[language].guard;
  return (
    <FormOver
      title={say.skipTitle}
      act={say.skip}
      busy={false}
      onClose={onClose}
      onSubmit={() => (reason.trim() === "" ? undefined : onSkip(reason.trim()))}
    >
      <p>{say.skipMeans}</p>
      <div className="filter-bar">
        {say.reasons.map((one) => (
          <Button key={one} className="chip" onPress={() => onSkip(one)}>
            {one}
          </Button>
        ))}
      </div>
      <Written name="reason" label={say.reason} value={reason} onChange={setReason} isFirst />
    </FormOver>
  );
}
