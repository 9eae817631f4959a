import type { Page } from "playwright-core";
import { usualPreferences } from "../../src/contract/preferences.ts";
import type { Preferences } from "../../src/contract/preferences.ts";

/** Has whoever is signed in on a page like the workspace so; the page knows it from its next loading on. */
export async function prefer(
  page: Page,
  server: { readonly url: string },
  wished: Partial<Preferences>,
): Promise<void> {
  const answer = await page.request.put(`${server.url}/api/v1/me/preferences`, {
    headers: { origin: server.url },
    data: { ...usualPreferences, ...wished },
  });
  if (!answer.ok()) throw new Error(await answer.text());
  await page.reload();
}
