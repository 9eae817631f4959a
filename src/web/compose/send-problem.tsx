import { z } from "zod";
import type { Fact } from "../../core/ticket/event.ts";
import { factInWords } from "../../words/progress.ts";
import { useWords } from "../app/language.tsx";
import { Icon } from "../ui/icons.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import type { useComposition } from "./use-composition.ts";

const changes = z.object({
  seqs: z.array(z.string()),
  types: z.array(z.string()),
  by: z.array(z.string()),
});

interface Sent {
  readonly composition: Pick<ReturnType<typeof useComposition>, "problem">;
}

/** Why a composition was not sent: what others did meanwhile, with links to it, or the refusal's words. */
export function SendProblem({ composition: { problem } }: Sent) {
  const { words, language } = useWords();
  const { compose } = words;
  if (problem === null) return null;
  if (problem.code === "offline") {
    return (
      <div className="notice bad" role="alert">
        <Icon name="fault" />
        <p>{compose.unsure}</p>
      </div>
    );
  }
  const changed = changes.safeParse(problem.facts);
  if (problem.code !== "changed-meanwhile" || !changed.success)
    return <ProblemNotice problem={problem} />;
  const { seqs, types, by } = changed.data;
  return (
    <div className="notice near" role="alert">
      <Icon name="info" />
      <div>
        <p>{compose.changed}</p>
        <ul>
          {seqs.map((seq, i) => (
            <li key={seq}>
              <a href={`#e${seq}`}>
                {compose.changedBy(factInWords(types[i] as Fact["type"], language), by[i] ?? "")}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
