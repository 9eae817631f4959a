import { isOpen, nextOpen } from "../../calendar/arithmetic.ts";
import { endOf } from "../../clock/term.ts";
import { holds } from "../../policy/holds.ts";
import type { TellRule, TurnRule } from "../../policy/policy.ts";
import type { Instant } from "../../time/instant.ts";
import { theDesk } from "../actor.ts";
import { type Deed, deeds, type Scene } from "../scene.ts";
import type { Ticket } from "../ticket.ts";
import { viewOf } from "../view.ts";

/** The ways by which this ticket's solution is told, one after the other; null: all at once. */
export function turnsOf(ticket: Ticket, scene: Scene): readonly TurnRule[] | null {
  return tellingInTurn(ticket, scene)?.inTurn ?? null;
}

/** The rule by which this ticket's solution is told in turn (CC-11); null: it is told all at once. */
export function tellingInTurn(ticket: Ticket, { at, context }: Scene): TellRule | null {
  const view = viewOf(ticket, context.calendars, at);
  const found = context.policy.policy.tell.find(
    ({ on, when, inTurn }) => on === "solved" && inTurn !== undefined && holds(when, view),
  );
  return found ?? null;
}

/** The first way falls due once there is a solution that the client is to be told in turn (CC-11). */
export function firstTurn(ticket: Ticket, scene: Scene): readonly Deed[] {
  const turns = turnsOf(ticket, scene);
  return turns === null ? [] : turnSet(turns, 0, scene);
}

/**
 * An attempt found nobody: the next way falls due. The ticket goes on to the next only from an attempt
 * that was due; where a mail would come and no address is known, the last call is tried again.
 */
export function afterAttempt(ticket: Ticket, scene: Scene): readonly Deed[] {
  const turns = turnsOf(ticket, scene);
  const { turn } = ticket;
  if (turns === null || turn === null || turn === undefined || turn.channel !== "phone") return [];
  if (scene.at < turn.due && turn.turn > 0) return [];
  const next = turns[turn.turn + 1];
  const leads =
    next !== undefined && (next.channel === "phone" || ticket.requester.address !== null);
  return turnSet(turns, leads ? turn.turn + 1 : turn.turn, scene);
}

function turnSet(turns: readonly TurnRule[], turn: number, scene: Scene): readonly Deed[] {
  const rule = turns[turn];
  if (rule === undefined) return [];
  const { channel } = rule;
  return deeds(theDesk, { type: "turn-set", turn, channel, due: dueOf(rule, scene) });
}

/** A call without a delay is due at once, or as soon as the desk opens; a mail at once. */
function dueOf({ channel, after }: TurnRule, { at, context }: Scene): Instant {
  if (after !== null) {
    const due = endOf(after, at, { calendars: context.calendars });
    return typeof due === "number" ? due : at;
  }
  const calendar = context.calendars(context.policy.policy.hours);
  if (channel === "mail" || isOpen(calendar, at)) return at;
  const opens = nextOpen(calendar, at);
  return typeof opens === "number" ? opens : at;
}
