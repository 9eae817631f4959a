import { isScope, scopeNames } from "../core/access/scopes.ts";
import type { Scope } from "../core/access/scopes.ts";
import type { Language } from "../core/policy/text.ts";
import { isRefusal } from "../core/refusal.ts";
import type { Refusal } from "../core/refusal.ts";
import { DAY } from "../core/time/instant.ts";
import type { Instant } from "../core/time/instant.ts";
import { systemRandom } from "../desk/random.ts";
import { endToken, makeToken, tokenDays, tokensOf } from "../desk/integrations/tokens.ts";
import type { Token } from "../desk/integrations/tokens.ts";
import { timeNow } from "../desk/integrations/time-now.ts";
import { cliRefusal } from "../words/cli/refusal.ts";
import { tokenWords } from "../words/cli/token.ts";
import { cliWords } from "../words/cli/words.ts";
import { sayInstant } from "../words/dates.ts";
import { deskRefusalInWords } from "../words/desk-refusals.ts";
import type { Output } from "./output.ts";
import type { OnDesks } from "./policy-publish.ts";

/** Whoever works at the machine itself: the record says so. */
const by = { id: "cli", name: "plazo token" } as const;

const ZONE = "UTC";

/** What every `plazo token` command is given. */
export interface TokenCommand {
  readonly desk: string;
  readonly language: Language;
  readonly io: Output;
  readonly onDesks: OnDesks;
}

/** `plazo token create DESK`: makes a token and prints it. Answers 0; 1 where it is refused, 2 for a wrong wish, 3 where the database cannot be used. */
export async function tokenCreate(
  { desk, language, io, onDesks }: TokenCommand,
  wish: { readonly name: string; readonly scopes: readonly string[]; readonly days: number },
): Promise<number> {
  const say = tokenWords[language];
  const unknown = wish.scopes.find((scope) => !isScope(scope));
  if (unknown !== undefined) return (io.err(say.unknownScope(unknown, scopeNames)), 2);
  if (!(Number.isInteger(wish.days) && wish.days >= 1 && wish.days <= tokenDays))
    return (io.err(say.wrongDays), 2);
  const scopes = wish.scopes.filter((scope): scope is Scope => isScope(scope));
  const made = await onDesks(async ({ db }) => {
    const expires = (await timeNow({ db }, desk)) + wish.days * DAY;
    const plazo = { db, effects: { random: systemRandom } };
    return makeToken(plazo, desk, { name: wish.name, scopes, expires, by });
  });
  if (isRefusal(made)) return refused(made, { language, io });
  io.out(say.made(made.token));
  io.err(say.once);
  return 0;
}

/** `plazo token list DESK`: a line for each token, the newest first. */
export async function tokenList({ desk, language, io, onDesks }: TokenCommand): Promise<number> {
  const say = tokenWords[language];
  const found = await onDesks(async ({ db }) => {
    const all: Token[] = [];
    for (let after: string | null = null; ;) {
      const page = await tokensOf({ db }, desk, { after, limit: 200 });
      all.push(...page.tokens);
      if (page.next === null) return { all, now: await timeNow({ db }, desk) };
      after = page.next;
    }
  });
  if (isRefusal(found)) return refused(found, { language, io });
  if (found.all.length === 0) io.out(say.none(desk));
  for (const token of found.all) io.out(lineOf(token, { language, now: found.now }));
  return 0;
}

function lineOf(token: Token, { language, now }: { language: Language; now: Instant }): string {
  const say = tokenWords[language];
  const state = token.revoked === null ? (token.expires > now ? "good" : "expired") : "revoked";
  const at = (instant: Instant): string => sayInstant(instant, { zone: ZONE, language }, now);
  return [
    token.id,
    token.name,
    token.scopes.join(" "),
    say.states[state],
    say.until(at(token.expires)),
    token.lastUsed === null ? say.never : say.used(at(token.lastUsed)),
  ].join("\t");
}

/** `plazo token revoke DESK ID`: ends a token at once. */
export async function tokenRevoke(
  { desk, language, io, onDesks }: TokenCommand,
  id: string,
): Promise<number> {
  const ended = await onDesks(({ db }) => endToken({ db }, desk, { id, by }));
  if (isRefusal(ended)) return refused(ended, { language, io });
  io.out(tokenWords[language].revoked(ended.name));
  return 0;
}

function refused(
  refusal: Refusal,
  { language, io }: { readonly language: Language; readonly io: Output },
): number {
  const said = deskRefusalInWords(refusal, language);
  io.err(said ?? cliRefusal(refusal, cliWords(language)));
  return said === undefined ? 3 : 1;
}
