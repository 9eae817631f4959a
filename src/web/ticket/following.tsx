import { Suspense, useState } from "react";
import { Button } from "react-aria-components";
import type { Following as Followed } from "../../contract/following.ts";
import type { TicketDetail } from "../../contract/ticket.ts";
import { sayShortMoment } from "../../words/short.ts";
import type { Stepping } from "../acts/do-step.tsx";
import { actDialogs } from "../acts/dialogs.ts";
import { useAct } from "../acts/use-act.ts";
import { useDesk } from "../app/desk.tsx";
import { sayReading } from "../../words/source.ts";
import { useWords } from "../app/language.tsx";
import { lazily } from "../app/lazily.ts";
import { Icon } from "../ui/icons.tsx";
import { ProblemNotice } from "../ui/notice.tsx";

const AnswerLevel = lazily(() => import("../acts/words-to-level.tsx"), "AnswerLevel");
const RefuseAccount = lazily(() => import("../acts/refuse-account.tsx"), "RefuseAccount");
const DoStep = lazily(() => import("../acts/do-step.tsx"), "DoStep");
const LogCall = actDialogs["log-call"];

type Open = "answer" | "call" | "refuse" | Stepping | null;

/** What comes next, as the manual says it: the level that takes it, an answer awaited, steps, a call, an account. */
export function Following({ ticket }: { readonly ticket: TicketDetail }) {
  const { words } = useWords();
  const [open, setOpen] = useState<Open>(null);
  const { act, problem } = useAct(ticket, () => {});
  const { following, acts } = ticket;
  const close = (): void => setOpen(null);
  const items = [
    acts.includes("route") ? <NextLevel key="level" {...{ following, act }} /> : null,
    <Asked key="asked" {...{ following, open: setOpen, may: acts.includes("answer-level") }} />,
    <Turn key="turn" {...{ following, open: setOpen, may: acts.includes("log-call") }} />,
    <Account key="account" {...{ following, act, open: setOpen, may: acts }} />,
    ...following.procedures.map((procedure) => (
      <Procedure key={procedure.id} {...{ procedure, open: setOpen, may: acts }} />
    )),
  ];
  if (!hasNews(following, acts)) return null;
  return (
    <section className="following" aria-labelledby="following-title">
      <h3 id="following-title">{words.following.title}</h3>
      {items}
      <ProblemNotice problem={problem} />
      <Suspense>
        {open === "answer" ? <AnswerLevel ticket={ticket} onClose={close} /> : null}
        {open === "call" ? <LogCall ticket={ticket} onClose={close} /> : null}
        {open === "refuse" ? <RefuseAccount ticket={ticket} onClose={close} /> : null}
        {open !== null && typeof open === "object" ? (
          <DoStep ticket={ticket} onClose={close} step={open} />
        ) : null}
      </Suspense>
    </section>
  );
}

function hasNews(following: Followed, acts: readonly string[]): boolean {
  const { nextLevel, consultation, procedures, turn, registration } = following;
  return (
    (nextLevel !== null && acts.includes("route")) ||
    consultation !== null ||
    turn !== null ||
    registration !== null ||
    procedures.length > 0
  );
}

interface Part {
  readonly following: Followed;
}
type Act = ReturnType<typeof useAct>["act"];
type SetOpen = (open: Open) => void;

function NextLevel({ following, act }: Part & { readonly act: Act }) {
  const { words } = useWords();
  const { level } = useDesk();
  const { nextLevel } = following;
  if (nextLevel === null) return null;
  return (
    <p className="next">
      <span>{words.following.level(level(nextLevel))}</span>
      <Button className="button quiet" onPress={() => void act("route", { to: nextLevel })}>
        {words.following.routeTo(level(nextLevel))}
      </Button>
    </p>
  );
}

function Asked({ following, open, may }: Part & { readonly open: SetOpen; readonly may: boolean }) {
  const { words } = useWords();
  const { level, place } = useDesk();
  const { consultation } = following;
  if (consultation === null) return null;
  return (
    <p className="next">
      <span>
        {words.following.asked(
          level(consultation.level),
          sayShortMoment(minute(consultation.at), place),
        )}
      </span>
      {may ? (
        <Button className="button quiet" onPress={() => open("answer")}>
          {words.acts["answer-level"]}
        </Button>
      ) : null}
    </p>
  );
}

function Turn({ following, open, may }: Part & { readonly open: SetOpen; readonly may: boolean }) {
  const { words, language } = useWords();
  const { place } = useDesk();
  const { turn } = following;
  if (turn === null) return null;
  const when = sayShortMoment(minute(turn.due), place);
  return (
    <p className="next">
      <span>
        {turn.channel === "phone"
          ? turn.turn === 0
            ? words.following.call(when)
            : words.following.callAgain(when)
          : words.following.mail(when)}{" "}
        <span className="clause">{turn.clause.join(", ")}</span>
        {turn.assumed === undefined ? null : (
          <span className="soft"> {sayReading(turn, language)}</span>
        )}
      </span>
      {may && turn.channel === "phone" ? (
        <Button className="button quiet" onPress={() => open("call")}>
          {words.acts["log-call"]}
        </Button>
      ) : null}
    </p>
  );
}

function Account({
  following,
  act,
  open,
  may,
}: Part & { readonly act: Act; readonly open: SetOpen; readonly may: readonly string[] }) {
  const { words } = useWords();
  const { registration } = following;
  if (registration === null) return null;
  return (
    <p className="next">
      <span>{words.following.account[registration]}</span>
      {may.includes("accept-account") ? (
        <>
          <Button className="button quiet" onPress={() => void act("accept-account", {})}>
            {words.acts["accept-account"]}
          </Button>
          <Button className="button quiet" onPress={() => open("refuse")}>
            {words.acts["refuse-account"]}
          </Button>
        </>
      ) : null}
    </p>
  );
}

function Procedure({
  procedure,
  open,
  may,
}: {
  readonly procedure: Followed["procedures"][number];
  readonly open: SetOpen;
  readonly may: readonly string[];
}) {
  const { words, text } = useWords();
  const { level, place } = useDesk();
  const say = words.following;
  return (
    <div className="procedure">
      <p>
        <strong>{text(procedure.label)}</strong>{" "}
        <span className="soft small">{procedure.clause.join(", ")}</span>
      </p>
      <ol className="steps">
        {procedure.steps.map((step, index) => {
          const key = `${procedure.id} ${index}`;
          const label = text(step.label);
          const { done } = step;
          const who = step.who.map(level).join(", ");
          const canDo = step.next && step.mine && step.act === "do-step" && may.includes("do-step");
          return (
            <li key={key} className={done !== null ? "is-done" : step.next ? "is-next" : ""}>
              <span>
                {done === null ? null : <Icon name="check" />} {label}
                {done === null && who !== "" ? <span className="soft"> · {who}</span> : null}
                {done === null ? null : (
                  <span className="soft small">
                    {" "}
                    {done.by ?? say.desk}, {sayShortMoment(minute(done.at), place)}
                  </span>
                )}
                {step.next && step.act !== "do-step" ? (
                  <span className="soft small"> {say.byAct[step.act]}</span>
                ) : null}
              </span>
              {canDo ? (
                <Button
                  className="button quiet"
                  onPress={() => open({ procedure: procedure.id, label, evidence: step.evidence })}
                >
                  {say.doStep}
                </Button>
              ) : null}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

const minute = (at: number): number => at - (at % 60_000);
