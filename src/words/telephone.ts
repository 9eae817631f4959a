import type { ClockReading } from "../core/clock/clock.ts";
import type { Policy } from "../core/policy/policy.ts";
import { inLanguage } from "../core/policy/text.ts";
import type { Language } from "../core/policy/text.ts";
import type { ChannelNow } from "../core/ticket/channel-now.ts";
import type { Instant } from "../core/time/instant.ts";
import { sayCondition } from "./conditions.ts";
import { sayInstant } from "./dates.ts";

const es = {
  open: "Puede llamar ahora.",
  attendedFrom: (when: string) => `El teléfono se atiende desde el ${when}.`,
  opens: (when: string) => `El teléfono se abre para usted el ${when}, si no le respondemos antes.`,
  only: (condition: string) => `Por teléfono se atiende cuando ${condition}.`,
  others: (ways: string) => `Mientras tanto puede comunicarse por: ${ways}.`,
  hyphen: "guion",
  folio: (spelled: string) => `Su número es: ${spelled}.`,
  contactBy: (when: string) => `Nos pondremos en contacto con usted a más tardar el ${when}.`,
  promiseBy: (label: string, when: string) => `${label}: a más tardar el ${when}.`,
  held: "Su solicitud queda registrada y en espera; el tiempo corre en cuanto esté lo que falta.",
  mailed: "También se lo enviamos por correo.",
};

const en: typeof es = {
  open: "You may call now.",
  attendedFrom: (when) => `The telephone is attended from ${when}.`,
  opens: (when) => `The telephone opens for you on ${when}, if we do not answer before.`,
  only: (condition) => `Help is given by telephone when ${condition}.`,
  others: (ways) => `Meanwhile you can reach us by: ${ways}.`,
  hyphen: "dash",
  folio: (spelled) => `Your number is: ${spelled}.`,
  contactBy: (when) => `We will contact you at the latest on ${when}.`,
  promiseBy: (label, when) => `${label}: at the latest on ${when}.`,
  held: "Your request is registered and waits; time runs as soon as what lacks is there.",
  mailed: "We have sent it to you by mail, too.",
};

const words: Readonly<Record<Language, typeof es>> = { es, en };

/** By whose manual something is said, in which language, and when. */
export interface SayingTo {
  readonly policy: Policy;
  readonly language: Language;
  readonly at: Instant;
}

/**
 * What is said to somebody of the telephone as it is for them (HB-6, RD-3, RD-13, RD-15): that they
 * may call, from when it is attended, when it opens or on which condition, and how else they reach the
 * desk meanwhile. Without clauses: it is read aloud.
 */
export function sayTelephone(now: ChannelNow, { policy, language, at }: SayingTo): string {
  const w = words[language];
  const place = { zone: policy.desk.zone, language };
  const { open, opensAt, attendedFrom, unmet } = now;
  if (open && attendedFrom === null) return w.open;
  if (open) return w.attendedFrom(sayInstant(attendedFrom ?? at, place, at));
  const said =
    opensAt === null
      ? unmet.map((need) => w.only(sayCondition(need, { policy, language })))
      : [w.opens(sayInstant(opensAt, place, at))];
  const others = policy.channels
    .filter(({ id, needs }) => id !== "phone" && needs.length === 0)
    .map(({ label, at: where }) =>
      // An address with a place to be filled in is none that can be dictated.
      where === null || where.includes("{")
        ? inLanguage(label, language)
        : `${inLanguage(label, language)} (${where})`,
    );
  return [...said, ...(others.length === 0 ? [] : [w.others(others.join("; "))])].join(" ");
}

/** A folio as it is dictated, sign by sign: "H D guion 1 6 5". */
export function spellFolio(folio: string, language: Language): string {
  return [...folio]
    .map((sign) => (sign === "-" ? words[language].hyphen : sign))
    .filter((sign) => sign.trim() !== "")
    .join(" ");
}

/** A telephone with its digits in groups, as it is read back: "55 5555 0199". */
export function spaceDigits(telephone: string): string {
  const home = /^(?:\+52)?(\d{2})(\d{4})(\d{4})$/u.exec(telephone.replaceAll(" ", ""));
  if (home !== null) return home.slice(1).join(" ");
  const digits = telephone.replace(/[^0-9]/gu, "");
  const groups = digits.match(/\d{1,2}(?=(?:\d{2})*$)/gu) ?? [];
  return `${telephone.trim().startsWith("+") ? "+" : ""}${groups.join(" ")}`;
}

/** What was filed by telephone. */
export interface FiledAloud {
  readonly folio: string;
  readonly held: boolean;
  readonly promises: readonly ClockReading[];
  readonly mailed: boolean;
}

/**
 * The sentences with which a call ends (CC-4): the number sign by sign, and each promise of the desk
 * with its limit, the first contact before the others; of what is held, that nothing is promised yet.
 */
export function sayAloud(
  { folio, held, promises, mailed }: FiledAloud,
  { policy, language, at }: SayingTo,
): readonly string[] {
  const w = words[language];
  const place = { zone: policy.desk.zone, language };
  const due = promises.flatMap(({ rule, status, limit }) => {
    const counts = rule.against === "desk" && rule.breach !== false;
    if (!counts || limit === null || (status !== "running" && status !== "paused")) return [];
    const when = sayInstant(limit, place, at);
    const isContact = rule.to.includes("contacted");
    const says = isContact
      ? w.contactBy(when)
      : w.promiseBy(inLanguage(rule.label, language), when);
    return [{ isContact, says }];
  });
  const ordered = due.toSorted((a, b) => Number(b.isContact) - Number(a.isContact));
  return [
    w.folio(spellFolio(folio, language)),
    ...(held ? [w.held] : ordered.map(({ says }) => says)),
    ...(mailed ? [w.mailed] : []),
  ];
}
