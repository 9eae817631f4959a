import { preferences } from "../../contract/preferences.ts";
import type { Preferences } from "../../contract/preferences.ts";
import { request } from "./request.ts";
import type { Answer } from "./request.ts";

/** Keeps how the signed-in person likes the workspace. */
export function keepPreferences(wished: Preferences): Promise<Answer<Preferences>> {
  return request("/me/preferences", preferences, { method: "PUT", body: wished });
}
