import type { Problem } from "../../contract/problem.ts";
import { integrationWords } from "../../words/workspace/integrations.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";

/** The way to show who one is, where what was asked for wants that. */
export function SignInAgain({ problem }: { readonly problem: Problem | null }) {
  const { language } = useWords();
  const { desk } = useDesk();
  if (problem?.code !== "confirm-again") return null;
  const next = encodeURIComponent(`/app/d/${desk.id}/integraciones`);
  return (
    <p>
      <a href={`/app/confirmar?next=${next}`}>{integrationWords[language].signInAgain}</a>
    </p>
  );
}
