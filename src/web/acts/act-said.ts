import { underwayWords } from "../../words/workspace/underway.ts";
import { actName } from "../../words/workspace/verbs.ts";
import type { CannedAct } from "../../core/canned/canned.ts";
import { sayDatedInstant } from "../../words/dates.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { useActWords } from "../compose/act-words.ts";
import type { Underway } from "./lanes.ts";

/** An act that is under way, in a few words. */
export function useUnderwayWords(): (act: Underway) => string {
  const { language } = useWords();
  const { place } = useDesk();
  const sayAct = useActWords();
  const say = underwayWords[language];
  return ({ name, body }) => {
    switch (name) {
      case "assign":
      case "classify":
      case "route":
      case "wait":
      case "resume":
        return sayAct({ act: name, ...body } as CannedAct);
      case "schedule":
        return `${actName("schedule", language)} (${sayDatedInstant((body as { readonly until: number }).until, place)})`;
      case "confirm-urgency":
        return say.confirmUrgency;
      case "refuse-urgency":
        return say.refuseUrgency;
      default:
        return name;
    }
  };
}
