import type { NewRequest, Plan } from "../../../desk/received/plan.ts";
import type { MailWords } from "../../../desk/received/plan.ts";

/**
 * What is done with a request whose subject says too little (RD-4): it is sent back, once, where
 * nothing else is wrong with it. null: it is not.
 */
export function returnFor(
  { hinted }: NewRequest,
  { words, isReturned }: { readonly words: MailWords; readonly isReturned: boolean },
): Plan | null {
  if ("intake" in hinted || isReturned) return null;
  const [first, ...others] = hinted;
  if (first?.refused !== "subject-vague" || others.length > 0) return null;
  const names = first.facts?.["names"];
  return {
    do: "return",
    to: words.sender.address,
    language: words.language,
    names: typeof names === "string" ? names : "",
  };
}
