import { afterAll, beforeAll, expect, it } from "vitest";
import { browse } from "../../../test/kit/browse.ts";
import type { Browser } from "../../../test/kit/browse.ts";
import { openTestDesk } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { usualPreferences } from "../../contract/preferences.ts";
import { setMember } from "../../desk/staff/members.ts";
import { openIdentities } from "../../store/staff/identities.ts";
import type { Identities } from "../../store/staff/identities.ts";
import { openStaffAuth } from "../staff/auth.ts";
import { api } from "./api.ts";

let test: TestDesk;
let identities: Identities;
let browser: Browser;
const cookies: Record<"ana" | "luis", string> = { ana: "", luis: "" };

beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-12T16:00:00Z");
  identities = openIdentities(test.database.connection, { alone: false, log: () => undefined });
  const { plazo, desk } = test;
  const { url } = plazo.settings;
  const auth = openStaffAuth({ pool: identities.pool, secret: "s".repeat(43), url });
  browser = browse(test, {
    mount: (app) => app.route("/api/v1", api({ plazo, auth, serves: (id) => id === desk })),
  });
  for (const name of ["ana", "luis"] as const) {
    const person = { name, email: `${name}@example.com` };
    const userId = await auth.identify({ ...person, password: null });
    await setMember(plazo, { ...person, desk, userId, role: "agent", level: null, party: null });
    cookies[name] = (await auth.enter(userId, new Headers()))[0]?.split(";")[0] ?? "";
  }
});
afterAll(async () => {
  await identities.close();
  await test.close();
});

it("keeps the preferences of each person, whole, and refuses what is none", async () => {
  const ask = async (as: keyof typeof cookies, body?: unknown) => {
    const response = await browser.app.request("/api/v1/me/preferences", {
      method: body === undefined ? "GET" : "PUT",
      headers: {
        cookie: cookies[as],
        origin: test.plazo.settings.url,
        "content-type": "application/json",
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json() };
  };
  expect((await ask("ana")).body).toEqual(usualPreferences);
  const wished = {
    theme: "dark",
    density: "compact",
    after: "next",
    shortcuts: false,
    undoSeconds: 30,
    language: "en",
  };
  expect(await ask("ana", wished)).toEqual({ status: 200, body: wished });
  expect((await ask("ana")).body).toEqual(wished);
  expect((await ask("luis")).body).toEqual(usualPreferences);
  for (const wrong of [
    { ...wished, theme: "sepia" },
    { ...wished, undoSeconds: 60 },
    { ...wished, font: "Comic Sans" },
    { theme: "dark" },
  ])
    expect((await ask("ana", wrong)).status).toBe(400);
  expect((await ask("ana")).body).toEqual(wished);
});
