import { Button } from "react-aria-components";
import { may } from "../../core/access/may.ts";
import { queueWorkWords } from "../../words/workspace/queue-work.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { useShortcuts } from "../shell/shortcuts.ts";
import { Icon } from "../ui/icons.tsx";
import { useOnGuard } from "./guard.ts";
import { useGuard } from "./use-guard.ts";

/** Goes on guard: the next due ticket that nobody is at opens, and then the next. */
export function StartGuard() {
  const { language } = useWords();
  const { roles, desk } = useDesk();
  const { on } = useOnGuard();
  const { next } = useGuard();
  const offered = !on && may(roles, "ticket.guard") && desk.sees === "all";
  useShortcuts(offered ? { ".": next } : {});
  if (!offered) return null;
  return (
    <Button className="button quiet small start-guard" onPress={next}>
      <Icon name="shield" /> {queueWorkWords[language].guard.start}
    </Button>
  );
}
