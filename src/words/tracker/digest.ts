import type { Language } from "../../core/policy/text.ts";
import type { DigestNews, DigestRule } from "../../core/policy/tracker-rule.ts";
import { HOUR, MINUTE } from "../../core/time/instant.ts";
import { linkPlace } from "../mail/fill.ts";

/** With whom a tracker is shared, by whom, whose tickets, and when digests come ("" where none do). */
interface Sharing {
  readonly name: string;
  readonly desk: string;
  readonly whose: string;
  readonly comes: string;
}

interface DigestWords {
  readonly count: (added: number, updated: number) => string;
  readonly subject: (what: string) => string;
  readonly lead: (since: string, whose: string) => string;
  readonly all: string;
  readonly ofPortal: (portal: string) => string;
  readonly added: (n: number) => string;
  readonly updated: (n: number) => string;
  readonly more: (n: number) => string;
  readonly change: (from: string, to: string) => string;
  readonly open: string;
  readonly footer: (desk: string, whose: string) => string;
  readonly stop: string;
  readonly sharedSubject: (desk: string) => string;
  readonly shared: (said: Sharing) => string;
  readonly sharedDigest: (when: string, next: string) => string;
  readonly sharedFooter: (desk: string) => string;
  readonly when: (rule: DigestRule) => string;
  readonly says: Readonly<Record<DigestNews, string>>;
}

const time = (millis: number): string =>
  [millis / HOUR, (millis % HOUR) / MINUTE]
    .map((value) => String(Math.floor(value)).padStart(2, "0"))
    .join(":");

const tickets = (n: number): string => (n === 1 ? "un ticket" : `${n} tickets`);
const some = (n: number): string => (n === 1 ? "one ticket" : `${n} tickets`);

const es: DigestWords = {
  count: (added, updated) => {
    const fresh = `${tickets(added)} ${added === 1 ? "nuevo" : "nuevos"}`;
    if (updated === 0) return fresh;
    const other = updated === 1 ? "actualizado" : "actualizados";
    if (added === 0) return `${tickets(updated)} ${other}`;
    return `${fresh} y ${updated === 1 ? "uno" : updated} ${other}`;
  },
  subject: (what) => `Seguimiento: ${what}`,
  lead: (since, whose) =>
    `Esto es lo que cambió en el seguimiento de ${whose} desde el ${since}.\n\n${linkPlace}`,
  all: "todos los tickets",
  ofPortal: (portal) => `los tickets del portal ${portal}`,
  added: (n) => `Nuevos (${n})`,
  updated: (n) => `Actualizados (${n})`,
  more: (n) => (n === 1 ? "Y otro más, en el seguimiento." : `Y otros ${n}, en el seguimiento.`),
  change: (from, to) => `${from} → ${to}`,
  open: "Ver el seguimiento",
  footer: (desk, whose) =>
    `Resumen automático de ${desk}. Lo recibe porque sigue ${whose}; si nada cambia, no se envía.`,
  stop: "Dejar de recibirlo",
  sharedSubject: (desk) => `${desk} le comparte su seguimiento`,
  shared: ({ name, desk, whose, comes }) =>
    `${name}: ${desk} le comparte el seguimiento de ${whose}. Con esta liga lo ve cuando quiera, al momento y sin iniciar sesión:\n\n${linkPlace}\n\n${comes}La liga es solo para usted: quien la tenga ve lo mismo.`,
  sharedDigest: (when, next) =>
    `Además recibirá por correo, ${when}, un resumen de lo que cambió; si nada cambia, no se envía. El siguiente sale el ${next}.\n\n`,
  sharedFooter: (desk) =>
    `Mensaje automático de ${desk}. Lo recibe porque una persona de la mesa agregó esta dirección.`,
  when: ({ every, at }) => {
    const day = every === "day" ? "cada día hábil" : "el primer día hábil de cada semana";
    if (at === "opening") return `${day}, al abrir la mesa`;
    return at === "closing" ? `${day}, al cerrar la mesa` : `${day}, a las ${time(at)}`;
  },
  says: { added: "los tickets nuevos", updated: "los actualizados y qué cambió en cada uno" },
};

const en: DigestWords = {
  count: (added, updated) => {
    const fresh = `${some(added)} added`;
    if (updated === 0) return fresh;
    if (added === 0) return `${some(updated)} updated`;
    return `${fresh}, ${updated === 1 ? "one" : updated} updated`;
  },
  subject: (what) => `Tracker: ${what}`,
  lead: (since, whose) =>
    `This is what changed in the tracker of ${whose} since ${since}.\n\n${linkPlace}`,
  all: "all tickets",
  ofPortal: (portal) => `the tickets of portal ${portal}`,
  added: (n) => `Added (${n})`,
  updated: (n) => `Updated (${n})`,
  more: (n) => (n === 1 ? "And one more, in the tracker." : `And ${n} more, in the tracker.`),
  change: (from, to) => `${from} → ${to}`,
  open: "See the tracker",
  footer: (desk, whose) =>
    `Automatic digest of ${desk}. You get it because you follow ${whose}; where nothing changes, none is sent.`,
  stop: "Stop receiving it",
  sharedSubject: (desk) => `${desk} shares its tracker with you`,
  shared: ({ name, desk, whose, comes }) =>
    `${name}: ${desk} shares with you the tracker of ${whose}. By this link you see it whenever you like, as it changes and without signing in:\n\n${linkPlace}\n\n${comes}The link is yours alone: whoever has it sees the same.`,
  sharedDigest: (when, next) =>
    `You will also get by e-mail, ${when}, a digest of what changed; where nothing changes, none is sent. The next one leaves on ${next}.\n\n`,
  sharedFooter: (desk) =>
    `Automatic message of ${desk}. You get it because somebody of the desk added this address.`,
  when: ({ every, at }) => {
    const day = every === "day" ? "every business day" : "on the first business day of each week";
    if (at === "opening") return `${day}, when the desk opens`;
    return at === "closing" ? `${day}, when the desk closes` : `${day}, at ${time(at)}`;
  },
  says: { added: "the tickets added", updated: "those updated and what changed in each" },
};

/** The words of a tracker's digest. */
export const digestWords: Readonly<Record<Language, DigestWords>> = { es, en };
