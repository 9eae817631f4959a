import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import { spaceDigits } from "../../words/telephone.ts";
import { sayShortMoment } from "../../words/short.ts";
import { telephoneWords } from "../../words/workspace/telephone.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { useServerTime } from "../time/now.tsx";

export const outcomes = ["spoke", "no-answer", "left-message"] as const;

export type Outcome = (typeof outcomes)[number];

/** A line of the calls to be made: it has the focus, and a figure says what came of it. */
export function CallLine({
  label,
  children,
  onOutcome,
  busy,
}: {
  readonly label: string;
  readonly children: ReactNode;
  readonly onOutcome: (outcome: Outcome) => void;
  readonly busy: boolean;
}) {
  const { language } = useWords();
  const say = telephoneWords[language];
  return (
    <li>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the buttons in it do the same, the figures are a short way */}
      <fieldset
        className="sheet"
        aria-label={label}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the line itself is answered with a figure
        tabIndex={0}
        onKeyDown={(event) => {
          const outcome = outcomes[Number(event.key) - 1];
          if (event.target !== event.currentTarget || outcome === undefined || busy) return;
          event.preventDefault();
          onOutcome(outcome);
        }}
      >
        {children}
        <div className="acts start">
          {outcomes.map((outcome, at) => (
            <Button
              key={outcome}
              className={at === 0 ? "button main" : "button"}
              isDisabled={busy}
              onPress={() => onOutcome(outcome)}
            >
              {say.outcomes[outcome]} <kbd aria-hidden="true">{at + 1}</kbd>
            </Button>
          ))}
        </div>
      </fieldset>
    </li>
  );
}

/** Since when a call is due, and whether that is now. */
export function Due({ at }: { readonly at: number }) {
  const { language } = useWords();
  const { place } = useDesk();
  const { now } = useServerTime();
  const say = telephoneWords[language];
  const when = say.since(sayShortMoment(at, place));
  return (
    <span className={at <= now ? "late" : "soft"}>{at <= now ? `${say.late}, ${when}` : when}</span>
  );
}

/** The numbers to dial, each a link that a telephone on the machine takes (RFC 3966). */
export function Dial({ numbers }: { readonly numbers: readonly string[] }) {
  const { language } = useWords();
  const say = telephoneWords[language];
  if (numbers.length === 0) return <p className="soft">{say.noNumber}</p>;
  return (
    <p>
      {numbers.map((number) => (
        <a key={number} className="button quiet" href={`tel:${number.replaceAll(/[^0-9+]/gu, "")}`}>
          {say.dial} <span className="num">{spaceDigits(number)}</span>
        </a>
      ))}
    </p>
  );
}
