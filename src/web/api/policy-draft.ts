import { draftRevision, packChecked, packParts, sharedDraft } from "../../contract/policy.ts";
import type {
  DraftRevision,
  DraftSave,
  PackChecked,
  PackParts,
  SharedDraft,
} from "../../contract/policy.ts";
import { request } from "./request.ts";
import type { Answer } from "./request.ts";

const at = (desk: string): string => `/desks/${encodeURIComponent(desk)}`;

/** The draft of the desk's next manual, and the version that a new one begins from. */
export function readDraft(desk: string, signal?: AbortSignal): Promise<Answer<SharedDraft>> {
  const sending = signal === undefined ? {} : { signal };
  return request(`${at(desk)}/policy-draft`, sharedDraft, sending);
}

/** Keeps the draft. */
export function saveDraft(desk: string, body: DraftSave): Promise<Answer<DraftRevision>> {
  return request(`${at(desk)}/policy-draft`, draftRevision, { method: "POST", body });
}

/** Throws the draft away. */
export function discardDraft(desk: string, revision: number): Promise<Answer<DraftRevision>> {
  const body = { revision };
  return request(`${at(desk)}/policy-draft/removal`, draftRevision, { method: "POST", body });
}

/** The shared parts that a pack may use. */
export function readParts(desk: string, signal: AbortSignal): Promise<Answer<PackParts>> {
  return request(`${at(desk)}/policy-parts`, packParts, { signal });
}

/** What a pack's text comes to, by the server. */
export function checkPack(
  desk: string,
  source: string,
  signal: AbortSignal,
): Promise<Answer<PackChecked>> {
  const body = { source };
  return request(`${at(desk)}/policy-check`, packChecked, { method: "POST", body, signal });
}

/** Where the draft's preview is read, as a page of the public site. */
export function previewAddress(
  desk: string,
  page: "manual" | "promesa",
  query: { readonly revision: number; readonly language: string },
): string {
  const search = new URLSearchParams({ r: String(query.revision), lang: query.language });
  return `/app/borrador/${encodeURIComponent(desk)}/${page}?${search}`;
}
