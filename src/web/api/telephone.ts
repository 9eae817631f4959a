import { call, callers, callNow, calls, callsDue, extensions } from "../../contract/telephone.ts";
import type {
  Call,
  Callers,
  CallNow,
  Calls,
  CallsDue,
  Extensions,
} from "../../contract/telephone.ts";
import { request } from "./request.ts";
import type { Answer } from "./request.ts";

const at = (desk: string): string => `/desks/${encodeURIComponent(desk)}`;

/** Who may be calling, by what is typed. */
export function findCallers(
  desk: string,
  typed: string,
  signal: AbortSignal,
): Promise<Answer<Callers>> {
  return request(`${at(desk)}/callers?q=${encodeURIComponent(typed)}`, callers, { signal });
}

/** A page of the desk's calls. */
export function listCalls(
  desk: string,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Answer<Calls>> {
  const query = cursor === null ? "" : `?cursor=${encodeURIComponent(cursor)}`;
  return request(`${at(desk)}/calls${query}`, calls, { signal });
}

/** A call. */
export function readCall(desk: string, id: string, signal: AbortSignal): Promise<Answer<Call>> {
  return request(`${at(desk)}/calls/${encodeURIComponent(id)}`, call, { signal });
}

/** The calls that are to be made. */
export function readCallsDue(desk: string, signal: AbortSignal): Promise<Answer<CallsDue>> {
  return request(`${at(desk)}/calls-due`, callsDue, { signal });
}

/** One's own extension, the call that it has on the line, and how many calls are to be made. */
export function readCallNow(desk: string, signal: AbortSignal): Promise<Answer<CallNow>> {
  return request(`${at(desk)}/call-now`, callNow, { signal });
}

/** Attaches a call to a ticket. */
export function attachCall(desk: string, id: string, folio: string): Promise<Answer<Call>> {
  const path = `${at(desk)}/calls/${encodeURIComponent(id)}/attach`;
  return request(path, call, { method: "POST", body: { folio } });
}

/** What came of calling back. */
export function tryCallBack(
  desk: string,
  id: string,
  outcome: "spoke" | "no-answer" | "left-message" | "dismissed",
): Promise<Answer<Call>> {
  const path = `${at(desk)}/calls/${encodeURIComponent(id)}/tried`;
  return request(path, call, { method: "POST", body: { outcome }, once: true });
}

/** Who answers at which extension. */
export function readExtensions(desk: string, signal: AbortSignal): Promise<Answer<Extensions>> {
  return request(`${at(desk)}/extensions`, extensions, { signal });
}

/** Gives an extension to a member, or takes it back. */
export function giveExtension(
  desk: string,
  extension: string,
  member: string | null,
): Promise<Answer<Extensions>> {
  const path = `${at(desk)}/extensions`;
  return request(path, extensions, { method: "POST", body: { extension, member } });
}
