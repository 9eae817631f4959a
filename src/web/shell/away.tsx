import { useEffect, useState } from "react";
import { sayTime } from "../../words/dates.ts";
import { liveWords } from "../../words/workspace/live.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { onBack, useNetwork } from "../live/network.ts";
import { useStanding } from "../live/standing.ts";
import { useServerTime } from "../time/now.tsx";
import { Icon } from "../ui/icons.tsx";

/** Milliseconds for which it is said that the network is back. */
const SAID = 6_000;

/** Says that nothing reaches the server, since when and what becomes of what one writes; that changes do not come by themselves; that it is slow. */
export function Away() {
  const { language } = useWords();
  const { place } = useDesk();
  const { skew } = useServerTime();
  const { goneSince, slow } = useNetwork();
  const cutSince = useStanding(({ since }) => since);
  const isBack = useBack();
  const say = liveWords[language];
  const time = (at: number): string => sayTime(at + skew, place);
  const said = (): string | null => {
    if (goneSince !== null) return say.gone(time(goneSince));
    if (slow) return say.slow;
    if (cutSince !== null) return say.cut(time(cutSince));
    return isBack ? say.back : null;
  };
  const words = said();
  return (
    <output className={goneSince === null ? "away is-mild" : "away"}>
      {words === null ? null : (
        <>
          <Icon name={isBack && goneSince === null ? "check" : "fault"} /> {words}
        </>
      )}
    </output>
  );
}

function useBack(): boolean {
  const [at, setAt] = useState<number | null>(null);
  useEffect(() => onBack(() => setAt(Date.now())), []);
  useEffect(() => {
    if (at === null) return undefined;
    const timer = window.setTimeout(() => setAt(null), SAID);
    return () => window.clearTimeout(timer);
  }, [at]);
  return at !== null;
}
