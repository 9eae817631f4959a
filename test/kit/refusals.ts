import { cannotAnnounce } from "../../src/core/announcement/announce.ts";
import { isOpen } from "../../src/core/calendar/arithmetic.ts";
import type { Calendars } from "../../src/core/clock/clock.ts";
import { takeIn } from "../../src/core/intake/take-in.ts";
import type { FormRule } from "../../src/core/policy/form-rule.ts";
import { calendarsOf } from "../../src/core/policy/bind.ts";
import type { Policy } from "../../src/core/policy/policy.ts";
import { isRefusal, type Refusal } from "../../src/core/refusal.ts";
import type { Actor } from "../../src/core/ticket/actor.ts";
import type { Act } from "../../src/core/ticket/command.ts";
import { decide } from "../../src/core/ticket/decide.ts";
import { type Facts, noFacts } from "../../src/core/ticket/facts.ts";
import type { Ticket } from "../../src/core/ticket/ticket.ts";
import { HOUR, type Instant } from "../../src/core/time/instant.ts";
import { agente, filing, message, ximena } from "./days.ts";
import { versionOf } from "./packs.ts";
import { wall } from "./rules.ts";

/** Something refused, and on which ticket, if any. */
export interface Refused {
  readonly no: Refusal;
  readonly ticket: Ticket | null;
  readonly form: FormRule | undefined;
}

/** Who tries what. */
type Attempt = readonly [Actor, Act];

interface Desk {
  readonly policy: Policy;
  readonly calendars: Calendars;
  readonly facts: Facts;
  readonly now: Instant;
}

const heard = { id: "c1", role: "requester", registered: true, trained: true };

/** Facts of the register in which requests are taken in, held, and asked back about. */
function registers({ support }: Policy): readonly Facts[] {
  const plain: Facts = { ...noFacts, contact: heard };
  return [
    plain,
    noFacts,
    { ...plain, support: { validUntil: wall("2026-01-01 00:00"), plan: null } },
    { ...plain, contact: { ...heard, trained: false } },
    { ...plain, contact: { ...heard, role: "representante-legal" } },
    { ...plain, duplicates: ["X-1"] },
    ...support.map(({ id }) => ({ ...plain, support: { validUntil: null, plan: id } })),
  ];
}

function decided(desk: Desk, ticket: Ticket | null, [by, act]: Attempt) {
  const { policy, calendars, facts, now } = desk;
  const context = { policy: versionOf(policy, 1), calendars, facts, now, readUpTo: null };
  return decide(ticket, { by, act }, context);
}

const says = { cause: "La causa", remedy: "La solución" };

/** How many acts further it goes, and the states that were tried already. */
interface Walk {
  readonly depth: number;
  readonly seen: Set<string>;
}

/** Everything that can be tried on a ticket, sensible or not, by whom. */
function attempts(policy: Policy): readonly Attempt[] {
  const said = message("m9", "form");
  const spoken: readonly Attempt[] = policy.channels.map(({ id }) => [
    ximena,
    { do: "add", message: message("m9", id) },
  ]);
  return [
    ...spoken,
    ...[...policy.grounds.map(({ id }) => id), "nada"].map(
      (ground) => [ximena, { do: "claim-urgency", ground }] as const,
    ),
    [ximena, { do: "confirm", solved: true, message: null }],
    [ximena, { do: "confirm", solved: false, message: null }],
    [ximena, { do: "accept-charge" }],
    ...attemptsOfStaff(policy).map((act) => [agente, act] as const),
    ...policy.levels.flatMap(({ id: level }) => {
      const by: Actor = { kind: "staff", id: "s1", name: "Agente", level };
      const acts: readonly Act[] = [
        { do: "contact", message: said, how: "reply" },
        ...(policy.procedures ?? []).map(
          ({ id: procedure }) => ({ do: "do-step", procedure }) as const,
        ),
      ];
      return acts.map((act) => [by, act] as const);
    }),
  ];
}

function attemptsOfStaff(policy: Policy): readonly Act[] {
  const said = message("m9", "form");
  const levels = [...policy.levels.map(({ id }) => id), "nadie"];
  return [
    { do: "contact", message: said, how: "reply" },
    { do: "ask", message: said, for: "client" },
    { do: "solve", ...says, message: said },
    { do: "solve", ...says, message: null },
    { do: "solve", cause: "", remedy: "x", message: said },
    { do: "solve", cause: "x", remedy: "", message: said },
    { do: "hand-back", ...says },
    { do: "hand-back", cause: "", remedy: "" },
    { do: "answer-level", message: said },
    { do: "log-time", minutes: 30, work: "Se revisó" },
    { do: "log-time", minutes: 90, work: "Se revisó" },
    { do: "log-time", minutes: 30, work: "Se revisó", charge: "nada" },
    { do: "propose-charge", minutes: 30, charge: "nada" },
    { do: "propose-charge", minutes: 30 },
    { do: "close", reason: "out-of-scope" },
    { do: "close", reason: "spam" },
    { do: "log-attempt", outcome: "no-answer" },
    { do: "admit" },
    { do: "verify", contact: { id: heard.id, name: "Lucía" }, telephone: "+525555550177" },
    ...levels.flatMap((to): Act[] => [
      { do: "route", to },
      { do: "ask-level", to, message: said },
    ]),
    ...(policy.procedures ?? []).flatMap(({ id: procedure }): Act[] => [
      { do: "do-step", procedure },
      { do: "do-step", procedure, note: "Versión 5.2 entregada" },
    ]),
  ];
}

/** What is refused on a ticket and on those that it becomes, up to some acts away from its filing. */
function refusedOn(desk: Desk, ticket: Ticket, { depth, seen }: Walk): Refused[] {
  const found: Refused[] = [];
  const state = JSON.stringify([
    ticket.channel,
    ticket.level,
    ticket.held,
    ticket.severity,
    ticket.closed?.reason,
    ticket.solution,
    ticket.awaiting,
    ticket.charge,
    ticket.urgency,
    ticket.undertakings,
    ticket.turn,
    ticket.consultation?.level,
  ]);
  if (seen.has(state)) return found;
  seen.add(state);
  const form = desk.policy.forms.find(({ id }) => id === ticket.form);
  for (const [by, act] of attempts(desk.policy)) {
    const decision = decided(desk, ticket, [by, act]);
    if (isRefusal(decision)) found.push({ no: decision, ticket, form });
    else if (depth > 0) found.push(...refusedOn(desk, decision.ticket, { depth: depth - 1, seen }));
  }
  return found;
}

function refusedForms(policy: Policy): Refused[] {
  const facts = { language: "es", channel: "form", portal: null, tries: 0 } as const;
  return policy.forms.flatMap((form) => {
    const wrong = Object.fromEntries(form.fields.map(({ id }) => [id, "?"]));
    const choices = form.fields.flatMap(({ id, options }) =>
      options.map(({ value }) => [id, value]),
    );
    const vague = form.fields.find(({ kind }) => kind === "subject");
    const tried = [
      {},
      wrong,
      { nada: "x" },
      Object.fromEntries(form.fields.map(({ id }) => [id, ["a", "b"]])),
      Object.fromEntries(form.fields.map(({ id, maxLength }) => [id, "a".repeat(maxLength + 1)])),
      ...choices.map(([id = "", value = ""]) => ({
        [id]: value,
        ...(vague ? { [vague.id]: "ayuda" } : {}),
      })),
    ];
    return tried.flatMap((submitted) => {
      const taken = takeIn(form, policy, { submitted, facts });
      if (!("refused" in taken)) return [];
      return taken.problems.map((no) => ({ no, ticket: null, form }));
    });
  });
}

function refusedAnnouncements(desk: Desk): Refused[] {
  const { now } = desk;
  return [...(desk.policy.announcements ?? []).map(({ id }) => id), "nada"].flatMap((process) =>
    (["client", "agent"] as const).flatMap((by) =>
      [now - HOUR, now + 240 * HOUR].flatMap((starts) => {
        const wanted = { process, type: "nada", starts, ends: starts + HOUR, by };
        const type = desk.policy.announcements?.[0]?.types[0]?.id ?? null;
        return [wanted, { ...wanted, type }].flatMap((one) => {
          const no = cannotAnnounce(one, desk);
          return no === null ? [] : [{ no, ticket: null, form: undefined }];
        });
      }),
    ),
  );
}

function ofEachSeverity(desk: Desk, ticket: Ticket): readonly Ticket[] {
  return desk.policy.severities.flatMap(({ id: severity }) => {
    const decision = decided(desk, ticket, [agente, { do: "classify", severity }]);
    return isRefusal(decision) ? [] : [decision.ticket];
  });
}

/** What a desk refuses to whoever tries everything: on its forms, at filing, and on the tickets that come of it. */
export function provoked(policy: Policy): readonly Refused[] {
  const calendars = calendarsOf(policy);
  const now = wall("2026-11-24 11:00");
  if (!isOpen(calendars(policy.hours), now)) throw new Error("the desk is closed");
  const desk = { policy, calendars, facts: noFacts, now };
  const found: Refused[] = [...refusedForms(policy), ...refusedAnnouncements(desk)];
  for (const facts of registers(policy)) {
    const seen = new Set<string>();
    for (const form of policy.forms) {
      for (const channel of [...policy.channels.map(({ id }) => id), "paloma"]) {
        const lacks = form.waitsFor === undefined ? [] : [form.waitsFor.any.flat()[0] ?? ""];
        const act = filing({ form: form.id, channel, fields: {}, lacks, sameProblem: "unasked" });
        for (const more of [{}, { cites: "X-1" }, { urgency: "nada" }]) {
          const decision = decided({ ...desk, facts }, null, [ximena, { ...act, ...more }]);
          if (isRefusal(decision)) found.push({ no: decision, ticket: null, form });
          else
            for (const ticket of ofEachSeverity({ ...desk, facts }, decision.ticket))
              found.push(...refusedOn({ ...desk, facts }, ticket, { depth: 5, seen }));
        }
      }
    }
  }
  return found;
}
