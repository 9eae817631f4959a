import {
  calendarExceptions,
  exceptionPreview,
  exceptionPublished,
} from "../../contract/calendar.ts";
import type {
  CalendarException,
  CalendarExceptions,
  ExceptionPreview,
  ExceptionPublished,
} from "../../contract/calendar.ts";
import {
  moved,
  movePreview,
  policyDifferences,
  policyPublished,
  policyVersions,
  rebindingPreview,
} from "../../contract/policy.ts";
import type {
  Moved,
  MovePreview,
  PolicyDifferences,
  PolicyPublication,
  PolicyPublished,
  PolicyVersions,
  RebindingPreview,
} from "../../contract/policy.ts";
import type { Place } from "./desk.ts";
import { request } from "./request.ts";
import type { Answer } from "./request.ts";

const at = (desk: string): string => `/desks/${encodeURIComponent(desk)}`;

/** The desk's calendars, and a page of what was published of them; `cursor`: where the last one said to go on. */
export function listExceptions(
  desk: string,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Answer<CalendarExceptions>> {
  const query = cursor === null ? "" : `?cursor=${cursor}`;
  return request(`${at(desk)}/exceptions${query}`, calendarExceptions, { signal });
}

/** Which limits an exception would move, among the open tickets after a number. */
export function previewException(
  desk: string,
  exception: CalendarException,
  after: number,
): Promise<Answer<ExceptionPreview>> {
  const body = { ...exception, after };
  return request(`${at(desk)}/exceptions/preview`, exceptionPreview, { method: "POST", body });
}

/** Publishes an exception of a calendar. */
export function publishException(
  desk: string,
  body: CalendarException,
): Promise<Answer<ExceptionPublished>> {
  return request(`${at(desk)}/exceptions`, exceptionPublished, { method: "POST", body });
}

/** The versions of the desk's policy. */
export function listPolicies(desk: string, signal: AbortSignal): Promise<Answer<PolicyVersions>> {
  return request(`${at(desk)}/policies`, policyVersions, { signal });
}

/** What a version says otherwise than the one before it. */
export function readDifferences(
  desk: string,
  number: number,
  signal: AbortSignal,
): Promise<Answer<PolicyDifferences>> {
  return request(`${at(desk)}/policies/${number}/differences`, policyDifferences, { signal });
}

/** Publishes a pack's text. */
export function publishPolicy(
  desk: string,
  body: PolicyPublication,
): Promise<Answer<PolicyPublished>> {
  return request(`${at(desk)}/policies`, policyPublished, { method: "POST", body });
}

/** Takes a scheduled version back. */
export function withdrawPolicy(
  desk: string,
  number: number,
  reason: string,
): Promise<Answer<PolicyPublished>> {
  const path = `${at(desk)}/policies/${number}/withdrawal`;
  return request(path, policyPublished, { method: "POST", body: { reason } });
}

/** Where the text of a version is downloaded. */
export function sourceAddress(desk: string, number: number): string {
  return `/api/v1${at(desk)}/policies/${number}/source`;
}

/** Where the file that was set aside is downloaded. */
export function fileAddress(desk: string): string {
  return `/api/v1${at(desk)}/policy-file`;
}

/** What moving a ticket to a version would change. */
export function previewRebinding(
  { desk, folio }: Place,
  policy: number,
  signal: AbortSignal,
): Promise<Answer<RebindingPreview>> {
  const path = `${at(desk)}/tickets/${encodeURIComponent(folio)}/rebinding?policy=${policy}`;
  return request(path, rebindingPreview, { signal });
}

/** Two versions of a desk's policy: from one, to another. */
export interface Move {
  readonly desk: string;
  readonly from: number;
  readonly to: number;
}

/** What moving a version's open tickets would change, those after a number. */
export function previewMove(
  { desk, from, to }: Move,
  after: number,
  signal: AbortSignal,
): Promise<Answer<MovePreview>> {
  const path = `${at(desk)}/policies/${from}/moves?to=${to}&after=${after}`;
  return request(path, movePreview, { signal });
}

/** Moves the next few of a version's open tickets. */
export function moveTickets(
  { desk, from, to }: Move,
  wish: { readonly reason: string; readonly after: number },
): Promise<Answer<Moved>> {
  const body = { to, ...wish };
  return request(`${at(desk)}/policies/${from}/moves`, moved, { method: "POST", body });
}
