import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import type { Problem } from "../../contract/problem.ts";
import type { WorkspaceWords } from "../../words/workspace/words.ts";
import { sayReading, withClauses } from "../../words/source.ts";
import { useWords } from "../app/language.tsx";
import { problemOf } from "../app/queries.ts";
import { Icon } from "./icons.tsx";

/** A problem in the reader's words: the server's own, or the browser's where the server gave none. */
export function problemText(problem: Problem, words: WorkspaceWords): string {
  if (problem.code === "offline") return words.network.offlineEmpty;
  if (problem.code === "unreadable") return words.network.unreadable;
  const details = problem.errors?.map(({ field, detail, clause = [] }) =>
    withClauses([field, detail].filter(Boolean).join(": "), { clause }),
  );
  return [problem.title, problem.detail, ...(details ?? [])].filter(Boolean).join(" ");
}

/** Something that went wrong, said where it did; read out at once. */
export function ProblemNotice({ problem }: { readonly problem: Problem | null }) {
  const { words, language } = useWords();
  if (problem === null) return null;
  const clauses = problem.clause ?? [];
  return (
    <div className="notice bad" role="alert">
      <Icon name="fault" />
      <p>
        {problemText(problem, words)}
        {clauses.length === 0 ? null : <span className="clause"> {clauses.join(", ")}</span>}
        {problem.assumed === undefined ? null : (
          <span className="reading"> {sayReading(problem, language)}</span>
        )}
        {problem.request === undefined ? null : (
          <span className="clause"> {words.network.reference(problem.request)}</span>
        )}
      </p>
    </div>
  );
}

/** What stands in the place of something that could not be loaded. */
export function LoadFailed({
  error,
  retry,
}: {
  readonly error: unknown;
  readonly retry: () => void;
}) {
  const { words } = useWords();
  const problem = problemOf(error);
  return (
    <div className="empty" role="alert">
      <Icon name="fault" />
      <h2>{words.network.failed}</h2>
      <p>{problem === null ? words.network.unreadable : problemText(problem, words)}</p>
      <Button className="button" onPress={retry}>
        {words.network.retry}
      </Button>
    </div>
  );
}

/** A place with nothing in it, which says so. */
export function Empty({ children }: { readonly children: ReactNode }) {
  return <div className="empty">{children}</div>;
}

/** A place whose content is on its way: said to screen readers, drawn as quiet lines. */
export function Loading() {
  const { words } = useWords();
  return (
    <output className="loading">
      <span className="unseen">{words.shell.loading}</span>
      <i />
      <i />
      <i />
    </output>
  );
}
