import { useSyncExternalStore } from "react";
import { preferences as schema, usualPreferences } from "../../contract/preferences.ts";
import type { Preferences } from "../../contract/preferences.ts";
import type { Problem } from "../../contract/problem.ts";
import { keepPreferences } from "../api/preferences.ts";

/** The server writes them on the page's root, so that they are there before anything is drawn. */
function first(): Preferences {
  const said = document.documentElement.dataset["preferences"];
  const read = schema.safeParse(said === undefined ? null : JSON.parse(said));
  return read.success ? read.data : usualPreferences;
}

let current: Preferences | null = null;
const watchers = new Set<() => void>();
// What is changed in one window holds in the others of the same browser.
const windows = new BroadcastChannel("plazo.preferences");
windows.addEventListener("message", ({ data }) => {
  const read = schema.safeParse(data);
  if (read.success) hold(read.data);
});

function hold(next: Preferences): void {
  current = next;
  const { dataset } = document.documentElement;
  dataset["theme"] = next.theme;
  dataset["density"] = next.density;
  for (const told of watchers) told();
}

/** How the signed-in person likes the workspace, now; for what is no component. */
export function preferencesNow(): Preferences {
  current ??= first();
  return current;
}

// One request at a time: what was wished last is what is kept.
let before: Promise<unknown> = Promise.resolve();

/**
 * Changes some of them: at once on the screen, then at the server. Gives the problem where it could
 * not be kept there; the screen stays as it was wished.
 */
export async function prefer(change: Partial<Preferences>): Promise<Problem | null> {
  const wished = { ...preferencesNow(), ...change };
  hold(wished);
  windows.postMessage(wished);
  const keeping = Promise.allSettled([before]).then(() => keepPreferences(wished));
  before = keeping;
  const kept = await keeping;
  return kept.ok ? null : kept.problem;
}

function watch(told: () => void): () => void {
  watchers.add(told);
  return () => watchers.delete(told);
}

/** How the signed-in person likes the workspace; a component that asks is drawn anew when they change. */
export function usePreferences(): Preferences {
  return useSyncExternalStore(watch, preferencesNow);
}
