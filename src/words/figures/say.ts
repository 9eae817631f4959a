import { shareKept } from "../../core/figures/compliance.ts";
import { few } from "../../core/figures/percentile.ts";
import type { Spread } from "../../core/figures/percentile.ts";
import type { Named, Reopened, Satisfaction } from "../../core/figures/board.ts";
import { inLanguage } from "../../core/policy/text.ts";
import type { Language } from "../../core/policy/text.ts";
import { HOUR, MINUTE } from "../../core/time/instant.ts";
import { boardWords } from "./board.ts";

/** "97.3 %"; a share of nothing is a dash. */
export function sayShare(share: number | null, language: Language): string {
  if (share === null) return "—";
  const digits = Number.isInteger(share) ? String(share) : share.toFixed(1);
  return language === "es" ? `${digits} %` : `${digits}%`;
}

/** Minutes of service, short: "45 min", "3 h 20 min", "12 h". */
export function sayMinutes(minutes: number): string {
  const hours = Math.floor((minutes * MINUTE) / HOUR);
  const rest = minutes - hours * 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 || hours >= 100 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** "p50 20 min · p90 3 h · p95 5 h · n = 120"; of few, the values themselves. */
export function saySpread(spread: Spread, language: Language): string {
  const words = boardWords[language];
  if (spread.n === 0) return words.noneBefore;
  if ("values" in spread)
    return `${spread.values.map(sayMinutes).join(", ")} · ${words.n(spread.n)}`;
  const { p50, p90, p95, n } = spread;
  return `p50 ${sayMinutes(p50)} · p90 ${sayMinutes(p90)} · p95 ${sayMinutes(p95)} · ${words.n(n)}`;
}

/** "97.3 % · n = 120". */
export function sayKept(
  counts: { readonly kept: number; readonly missed: number },
  language: Language,
): string {
  const n = counts.kept + counts.missed;
  const words = boardWords[language];
  return n === 0 ? words.noneBefore : `${sayShare(shareKept(counts), language)} · ${words.n(n)}`;
}

/** "3 de 120 · 2.5 %"; of few, without a percentage. */
export function sayReopened({ solved, reopened }: Reopened, language: Language): string {
  const words = boardWords[language];
  if (solved === 0) return words.noneBefore;
  const share = solved < few ? "" : ` · ${sayShare(tenths(reopened, solved), language)}`;
  return `${words.of(reopened, solved)}${share}`;
}

/** "45 de 50 · 90 %"; of few, without a percentage. */
export function saySatisfaction({ good, bad }: Satisfaction, language: Language): string {
  const words = boardWords[language];
  const n = good + bad;
  if (n === 0) return words.noneBefore;
  const share = n < few ? "" : ` · ${sayShare(tenths(good, n), language)}`;
  return `${words.of(good, n)}${share}`;
}

/** A share in tenths of a percent, rounded. */
export function tenths(part: number, all: number): number | null {
  return all === 0 ? null : Math.round((part * 1000) / all) / 10;
}

/** The label of an id among those named; the id itself where it is none of them. */
export function nameOf(list: readonly Named[], id: string, language: Language): string {
  const found = list.find((one) => one.id === id);
  return found === undefined ? id : inLanguage(found.label, language);
}
