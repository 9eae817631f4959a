import { writeFile } from "node:fs/promises";
import { civilDateOf, instantOn } from "../core/calendar/dates.ts";
import { calendarsOf } from "../core/policy/bind.ts";
import type { Policy, PolicyVersion } from "../core/policy/policy.ts";
import { standingsOf } from "../core/policy/standing.ts";
import type { Standing } from "../core/policy/standing.ts";
import type { Language } from "../core/policy/text.ts";
import { isRefusal } from "../core/refusal.ts";
import type { Instant } from "../core/time/instant.ts";
import { emptyCaches } from "../desk/caches.ts";
import { policyHash } from "../desk/policies/publish-policy.ts";
import { publishedVersion } from "../desk/policies/published-versions.ts";
import { manualPdf, manualText } from "../site/manual/document.ts";
import type { ManualPaper } from "../site/manual/document.ts";
import { manualFile } from "../site/manual/manual.ts";
import { cliRefusal } from "../words/cli/refusal.ts";
import { cliWords } from "../words/cli/words.ts";
import type { Output } from "./output.ts";
import { policyAt } from "./pack-at.ts";
import type { OnDesks } from "./policy-publish.ts";

export interface ManualArguments {
  /** A pack's file, or its folder. */
  readonly path: string;
  /** Where it is written as a PDF, and as a page that needs nothing beside it; null: it is not. */
  readonly pdf: string | null;
  readonly page: string | null;
  /** A version that was published at the pack's desk; null: the pack as it stands. */
  readonly version: number | null;
  readonly language: Language;
  readonly url: string;
  readonly now: Instant;
}

type Read = Pick<ManualPaper, "version" | "before" | "standing">;

/**
 * `plazo manual PACK`: the manual that a pack publishes, as text to read or compare, or written to files
 * as PDF or page. Answers the exit code: 0; 1 where the pack is wrong, 2 where it cannot be read, 3 where
 * the version is not in the desk's data or these cannot be used.
 */
export async function manual(args: ManualArguments, io: Output, onDesks: OnDesks): Promise<number> {
  const policy = await policyAt(args.path, args.language, io);
  if (typeof policy === "number") return policy;
  const found =
    args.version === null
      ? draftOf(policy, args.now)
      : await onDesks(({ db }) => readVersion({ db, caches: emptyCaches() }, policy.desk.id, args));
  if (isRefusal(found)) {
    io.err(cliRefusal(found, cliWords(args.language)));
    return 3;
  }
  const { language, url } = args;
  const path = `/d/${policy.desk.id}/manual${args.version === null ? "" : `/${args.version}`}`;
  const calendars = calendarsOf(found.version.policy, []);
  const paper: ManualPaper = { ...found, calendars, path, language, url };
  if (args.pdf !== null) await writeFile(args.pdf, await manualPdf(paper));
  if (args.page !== null) await writeFile(args.page, await pageOf(paper));
  if (args.pdf === null && args.page === null) io.out((await manualText(paper)).trimEnd());
  return 0;
}

/** A pack that was not published is dated at the beginning of the year: two drafts differ only in what they say. */
function draftOf(policy: Policy, now: Instant): Read {
  const { id } = policy.desk;
  const calendar = calendarsOf(policy, [])(policy.hours);
  const year = civilDateOf(calendar, now).slice(0, 4);
  const effective = instantOn(calendar, `${year}-01-01`, 0);
  const hash = policyHash(policy);
  const version: PolicyVersion = { desk: id, number: 1, effective, policy, hash };
  return { version, before: null, standing: { is: "draft", until: null } };
}

async function readVersion(
  plazo: Parameters<typeof publishedVersion>[0],
  desk: string,
  { version, now }: ManualArguments,
) {
  const number = version ?? 0;
  const found = await publishedVersion(plazo, desk, number);
  if (isRefusal(found)) return found;
  const standing: Standing = standingsOf(found.history, now).get(number) ?? {
    is: "scheduled",
    until: null,
  };
  return { version: found.bound.policy, before: found.before?.policy ?? null, standing };
}

async function pageOf({ language, url: _url, ...paper }: ManualPaper): Promise<string> {
  const { version } = paper;
  const here = { now: version.effective, zone: version.policy.desk.zone, language };
  const reader = { language, chosen: true };
  return String(await manualFile({ ...paper, reader, here, medium: "paper" }));
}
