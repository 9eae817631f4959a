import {
  composition,
  compositionPreview,
  compositions,
  compositionSent,
  keptComposition,
  noComposition,
} from "../../contract/compositions.ts";
import type {
  Composition,
  CompositionPreview,
  Compositions,
  CompositionSend,
  CompositionSent,
  CompositionWish,
} from "../../contract/compositions.ts";
import type { Place } from "./desk.ts";
import { request } from "./request.ts";
import type { Answer } from "./request.ts";

const at = ({ desk, folio }: Place): string =>
  `/desks/${encodeURIComponent(desk)}/tickets/${encodeURIComponent(folio)}/compositions`;

type Gone = { readonly id: string; readonly left: false };
type Kept = Gone & { readonly updated: number };

/** One's own drafts to a ticket, and whatever of anybody's is on its way out. */
export function listCompositions(place: Place, signal: AbortSignal): Promise<Answer<Compositions>> {
  return request(at(place), compositions, { signal });
}

/** What one has written to any ticket of the desk. */
export function listOwnCompositions(
  desk: string,
  signal: AbortSignal,
): Promise<Answer<Compositions>> {
  return request(`/desks/${encodeURIComponent(desk)}/compositions`, compositions, { signal });
}

/** Keeps a draft, over the version that one knows: `draft-changed` where there is a later one. */
export function keepComposition(
  place: Place,
  id: string,
  body: CompositionWish,
): Promise<Answer<Kept>> {
  return request(`${at(place)}/${id}`, keptComposition, { method: "PUT", body });
}

/** Throws a draft away. */
export function discardComposition(place: Place, id: string): Promise<Answer<Gone>> {
  return request(`${at(place)}/${id}/discard`, noComposition, { method: "POST" });
}

/** Sends what was written; the same id is sent once, however often it is asked. */
export function sendComposition(
  place: Place,
  id: string,
  body: CompositionSend,
): Promise<Answer<CompositionSent>> {
  return request(`${at(place)}/${id}/send`, compositionSent, { method: "POST", body, once: true });
}

/** Calls back what is on its way out. */
export function undoComposition(place: Place, id: string): Promise<Answer<Composition>> {
  return request(`${at(place)}/${id}/undo`, composition, { method: "POST" });
}

/** What would be recorded and mailed. */
export function previewComposition(
  place: Place,
  id: string,
  body: CompositionSend,
): Promise<Answer<CompositionPreview>> {
  return request(`${at(place)}/${id}/preview`, compositionPreview, { method: "POST", body });
}
