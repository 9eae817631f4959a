import { expect } from "vitest";
import { readClocks } from "../../src/core/clock/readings.ts";
import type { ClockReading } from "../../src/core/clock/clock.ts";
import { inLanguage } from "../../src/core/policy/text.ts";
import type { Language } from "../../src/core/policy/text.ts";
import { isRefusal } from "../../src/core/refusal.ts";
import { decide } from "../../src/core/ticket/decide.ts";
import { noFacts } from "../../src/core/ticket/facts.ts";
import { watched } from "../../src/core/ticket/view.ts";
import type { Instant } from "../../src/core/time/instant.ts";
import { ticketForStaff } from "../../src/desk/tickets/for-staff.ts";
import type { StaffView } from "../../src/desk/tickets/for-staff.ts";
import { sayInstant } from "../../src/words/dates.ts";
import { count } from "../kit/arriving.ts";
import { firstVersion } from "../kit/manuals.ts";
import { calendarsFor, somebody } from "./world.ts";
import type { World } from "./world.ts";
import type { Asked, Took, Way } from "./ways.ts";

let keys = 0;
/** A sending that was never sent. */
export const newKey = (): string => `k${(keys += 1)}`;

/** What requesters write. */
export const words = "Desde ayer no puedo entrar al portal: dice que mi usuario no existe.";

const inEnglish = "Since yesterday I cannot enter the portal: it says that my user does not exist.";

/** What a registered requester asks for, with what the test wants otherwise. */
export async function asking(world: World, differs: Partial<Asked> = {}): Promise<Asked> {
  const text = differs.language === "en" ? inEnglish : words;
  return { address: await somebody(world), text, key: newKey(), ...differs };
}

/** Sends what must be taken. */
export async function take(world: World, way: Way, asked: Asked): Promise<Took> {
  const sent = await way.send(world, asked);
  if ("refused" in sent) throw new Error(`refused: ${sent.refused}`);
  expect(sent.folio).not.toBe("");
  return sent;
}

/** A ticket as the desk sees it. */
export async function seen({ test }: World, { folio }: Pick<Took, "folio">): Promise<StaffView> {
  const view = await ticketForStaff(test.plazo, { desk: test.desk, folio });
  if (isRefusal(view)) throw new Error(`${folio}: ${view.refused}`);
  return view;
}

/** Every promise by clock, as instants. */
export const limitsOf = (promises: readonly ClockReading[]) =>
  promises.map(({ rule, status, target, limit }) => ({ clock: rule.id, status, target, limit }));

/** What the engine alone promises of the same request at that instant: no database, no page, no mail. */
export function promisedByEngine({ test }: World, { ticket }: StaffView, at: Instant) {
  const binding = { policy: firstVersion(test.policy), calendars: calendarsFor(test.policy) };
  const decided = decide(
    null,
    {
      by: { kind: "desk" },
      act: {
        ...{ do: "file", folio: "X-1", channel: ticket.channel, form: ticket.form },
        ...{ requester: ticket.requester, subject: ticket.subject, fields: ticket.fields },
        ...{ message: { id: "m", channel: ticket.channel, files: [] }, portal: ticket.portal },
        flags: [],
      },
    },
    { ...binding, facts: noFacts, now: at, readUpTo: null },
  );
  if (isRefusal(decided)) throw new Error(decided.refused);
  return {
    severity: decided.ticket.severity,
    limits: limitsOf(readClocks(watched(decided.ticket, binding, at), at)),
  };
}

/** The promise of the desk that is to be kept first. */
export function firstOf({ promises }: StaffView): ClockReading {
  const [first] = promises
    .filter(
      ({ rule, status, limit }) =>
        rule.against === "desk" && rule.breach !== false && status === "running" && limit !== null,
    )
    .toSorted((a, b) => (a.limit ?? 0) - (b.limit ?? 0));
  if (first === undefined) throw new Error("nothing is promised");
  return first;
}

/** The words, or the data, in which a promise is told. */
export function tellingsOf(
  { test }: World,
  way: Way,
  { view, language }: { readonly view: StaffView; readonly language: Language },
): string[] {
  const { policy } = test;
  const { severity, folio } = view.ticket;
  const limit = firstOf(view).limit ?? 0;
  if (way.tells === "data")
    return [`"folio":"${folio}"`, `"severity":"${severity}"`, `"limit":${limit}`];
  const label = policy.severities.find(({ id }) => id === severity)?.label;
  const place = { zone: policy.desk.zone, language };
  return [folio, label === undefined ? "" : inLanguage(label, language), sayInstant(limit, place)];
}

/** How many tickets the desk has. */
export const tickets = ({ test }: World): Promise<number> => count(test, "ticket");
