import {
  dismissed,
  placed,
  secondFactorAsked,
  secondFactorReset,
  sessionsEnded,
} from "../../contract/staff.ts";
import type { Place, Placed } from "../../contract/staff.ts";
import { request } from "./request.ts";
import type { Answer } from "./request.ts";

/** Somebody at a desk. */
export interface AtDesk {
  readonly desk: string;
  readonly id: string;
}

const at = ({ desk, id }: AtDesk): string =>
  `/desks/${encodeURIComponent(desk)}/staff/${encodeURIComponent(id)}`;

/** Changes what somebody is at the desk. */
export function changeMember(who: AtDesk, place: Place): Promise<Answer<Placed>> {
  return request(at(who), placed, { method: "POST", body: place });
}

/** Takes somebody's place at the desk away; gives the open tickets that were theirs. */
export function dismissMember(who: AtDesk): Promise<Answer<{ tickets: string[] }>> {
  return request(`${at(who)}/dismissal`, dismissed, { method: "POST" });
}

/** Ends every session of somebody. */
export function endSessionsOf(who: AtDesk): Promise<Answer<{ ended: number }>> {
  return request(`${at(who)}/sessions-end`, sessionsEnded, { method: "POST" });
}

/** Removes somebody's second proof. */
export function resetSecondFactor(who: AtDesk): Promise<Answer<{ reset: true }>> {
  return request(`${at(who)}/second-factor-reset`, secondFactorReset, { method: "POST" });
}

type Asked = "roles" | "everybody";

/** Of whom the desk asks a second proof. */
export function readAsked(desk: string, signal: AbortSignal): Promise<Answer<{ of: Asked }>> {
  const path = `/desks/${encodeURIComponent(desk)}/second-factor`;
  return request(path, secondFactorAsked, { signal });
}

/** Sets of whom the desk asks a second proof. */
export function setAsked(desk: string, of: Asked): Promise<Answer<{ of: Asked }>> {
  const path = `/desks/${encodeURIComponent(desk)}/second-factor`;
  return request(path, secondFactorAsked, { method: "POST", body: { of } });
}
