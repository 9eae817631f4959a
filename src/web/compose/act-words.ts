import type { CannedAct } from "../../core/canned/canned.ts";
import { DAY, MINUTE } from "../../core/time/instant.ts";
import { sayDuration } from "../../words/durations.ts";
import { composeWords } from "../../words/workspace/compose.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";

const DAY_MINUTES = DAY / MINUTE;

/** What goes with the words, each in a line. */
export function useActWords(): (act: CannedAct) => string {
  const { desk, me, severity, level } = useDesk();
  const { language } = useWords();
  const { acts: say, reasons } = composeWords[language];
  return (act) => {
    switch (act.act) {
      case "assign":
        if (act.to === null) return say.assignNobody;
        return act.to === "me" || act.to === me.id
          ? say.assignMe
          : say.assign(desk.staff.find(({ id }) => id === act.to)?.name ?? act.to);
      case "classify":
        return say.classify(severity(act.severity));
      case "route":
        return say.route(level(act.to));
      case "wait":
        return say.wait;
      case "schedule":
        return say.schedule(
          act.after % DAY_MINUTES === 0
            ? say.days(act.after / DAY_MINUTES)
            : sayDuration(act.after * MINUTE, language),
        );
      case "resume":
        return say.resume;
      case "note":
        return say.note(act.text.length > 60 ? `${act.text.slice(0, 60)}…` : act.text);
      case "close":
        return say.close(reasons[act.reason]);
    }
  };
}
