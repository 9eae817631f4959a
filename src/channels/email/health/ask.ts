import { setTimeout as sleep } from "node:timers/promises";
import { settle } from "../../../store/settle.ts";
import type { Resolver } from "../in/facts.ts";

/** What the DNS answered: texts, that there are none, or nothing that can be used. */
export type Answered =
  | { readonly is: "found"; readonly texts: readonly string[] }
  | { readonly is: "none" }
  | { readonly is: "away" };

/** Asks the DNS within bounds: of time for each question, and of questions in all. */
export interface Asking {
  ask(name: string, type: string): Promise<Answered>;
  /** The same for whoever wants the answers as the resolver gives them. */
  readonly resolver: Resolver;
}

const mostQuestions = 120;
const mostTexts = 50;

/**
 * Puts bounds around a resolver: whatever it does (throws, never answers, answers with what is no
 * answer) is one of three answers in time. `patience` is of one question, in milliseconds.
 */
export function boundedDns(resolver: Resolver, patience = 4_000): Asking {
  let asked = 0;
  const within = async (name: string, type: string): Promise<unknown> => {
    asked += 1;
    if (asked > mostQuestions) throw Object.assign(new Error("too many"), { code: "ETIMEOUT" });
    const waiting = new AbortController();
    const late = settle(sleep(patience, undefined, { signal: waiting.signal })).then(() => "late");
    const answer = await Promise.race([
      settle(Promise.resolve().then(() => resolver(name, type))),
      late,
    ]);
    waiting.abort();
    if (typeof answer === "string")
      throw Object.assign(new Error("no answer"), { code: "ETIMEOUT" });
    if ("fault" in answer) throw answer.fault;
    return answer.value;
  };
  return {
    resolver: within as Resolver,
    async ask(name, type) {
      const answer = await settle(within(name, type));
      if (!("value" in answer)) return { is: isNone(answer.fault) ? "none" : "away" };
      const texts = textsOf(answer.value);
      return texts.length === 0 ? { is: "none" } : { is: "found", texts };
    },
  };
}

function isNone(fault: unknown): boolean {
  const code = typeof fault === "object" && fault !== null && "code" in fault ? fault.code : null;
  return code === "ENOTFOUND" || code === "ENODATA";
}

/** TXT comes in strings to be joined, MX as objects, the rest as texts; anything else is no answer. */
function textsOf(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, mostTexts).flatMap((each: unknown) => {
    if (typeof each === "string") return [each.slice(0, 4_096)];
    if (Array.isArray(each)) {
      const strings = each.filter((one) => typeof one === "string");
      return strings.length === 0 ? [] : [strings.join("").slice(0, 4_096)];
    }
    if (typeof each === "object" && each !== null && "exchange" in each)
      return typeof each.exchange === "string" ? [each.exchange.slice(0, 255)] : [];
    return [];
  });
}
