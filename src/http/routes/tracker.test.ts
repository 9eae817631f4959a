import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browse } from "../../../test/kit/browse.ts";
import type { Browser } from "../../../test/kit/browse.ts";
import { fileOne, openTestDesk } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { wholeDesk } from "../../../test/kit/whole-desk.ts";
import { isRefusal } from "../../core/refusal.ts";
import { viewAsFollower } from "../../desk/tracker/as-follower.ts";
import { followTracker } from "../../desk/tracker/follow-tracker.ts";
import type { Follower } from "../../desk/tracker/follow-tracker.ts";
import { followerToken } from "../../desk/tracker/follower-link.ts";

let test: TestDesk;
let browser: Browser;
beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-12T16:00:00Z");
  browser = browse(test);
});
afterAll(() => test.close());

let followers = 0;
async function follower(portal: string | null = null): Promise<Follower> {
  followers += 1;
  const followed = await followTracker(test.plazo, test.desk, {
    recipient: `compras-${followers}@example.com`,
    name: "Compras",
    language: "es",
    portal,
    by: "desk",
  });
  if (isRefusal(followed)) throw new Error(JSON.stringify(followed));
  return followed;
}

const tokenOf = ({ id }: Follower): string => followerToken(test.plazo, test.desk, id);
const pathOf = (whose: Follower): string => `/d/hib2b/seguimiento/${tokenOf(whose)}`;
async function isFollowing(whose: Follower): Promise<boolean> {
  const view = await viewAsFollower(test.plazo, test.desk, tokenOf(whose));
  return !isRefusal(view) && view.follower.ended === null;
}
const form = (fields: Record<string, string>): URLSearchParams => new URLSearchParams(fields);

describe("the page of a digest's link", () => {
  it("shows what is followed, newest first, and nothing of other portals; looking changes nothing", async () => {
    const whose = await follower("dulcera.example.com");
    const mine = await fileOne(test, { portal: "dulcera.example.com" });
    const other = await fileOne(test, { portal: "andamios.example.com" });
    const before = await wholeDesk(test);
    const page = await browser.get(pathOf(whose));
    expect(page.status).toBe(200);
    expect(page.words).toContain(mine.folio);
    expect(page.words).not.toContain(other.folio);
    expect(page.words).toContain("los tickets del portal dulcera.example.com");
    expect(page.words).toContain("viernes 13 de noviembre, 09:00");
    expect(page.text).toContain('content="noindex, nofollow"');
    expect(await wholeDesk(test)).toEqual(before);
  });

  it("shows the desk's people no ticket: a mail is passed on easily, and they sign in for that", async () => {
    const { folio } = await fileOne(test);
    const followed = await followTracker(test.plazo, test.desk, {
      recipient: "staff:ximena",
      name: "Ximena",
      language: "es",
      portal: null,
      by: "follower",
    });
    if (isRefusal(followed)) throw new Error(followed.refused);
    const page = await browser.get(pathOf(followed));
    expect(page.words).toContain("Usted sigue todos los tickets.");
    expect(page.words).not.toContain(folio);
    await browser.post(pathOf(followed), form({ accion: "dejar" }));
    expect(await isFollowing(followed)).toBe(false);
  });

  it("stops by its button, and starts again by it", async () => {
    const whose = await follower();
    const stopped = await browser.post(pathOf(whose), form({ accion: "dejar" }));
    expect(stopped.status).toBe(303);
    const page = await browser.follow(stopped);
    expect(page.words).toContain("Ya no recibirá el resumen");
    expect(page.words).not.toMatch(/HD-\d/u);
    expect(await isFollowing(whose)).toBe(false);
    await browser.post(pathOf(whose), form({ accion: "seguir" }));
    expect(await isFollowing(whose)).toBe(true);
  });

  it("stops by the one POST of a mail program, without a page, an origin or a redirection (RFC 8058)", async () => {
    const whose = await follower();
    const answer = await browser.app.request(pathOf(whose), {
      method: "POST",
      body: form({ "List-Unsubscribe": "One-Click" }),
    });
    expect(answer.status).toBe(200);
    expect(await isFollowing(whose)).toBe(false);
  });

  it("is asked where it comes from by a browser: another site cannot stop it", async () => {
    const whose = await follower();
    for (const headers of [
      { origin: "https://evil.example" },
      { "sec-fetch-site": "cross-site" },
    ]) {
      const answer = await browser.app.request(pathOf(whose), {
        method: "POST",
        body: form({ "List-Unsubscribe": "One-Click" }),
        headers,
      });
      expect(answer.status).toBe(403);
    }
    expect(await isFollowing(whose)).toBe(true);
  });

  it("opens to nobody without the whole token, or with that of another desk or follower", async () => {
    const [whose, other] = [await follower(), await follower()];
    const proof = tokenOf(other).split(".")[1] ?? "";
    for (const token of [
      whose.id,
      `${whose.id}.${proof}`,
      `${whose.id}.${"A".repeat(22)}`,
      followerToken(test.plazo, "otra", whose.id),
      "x",
    ]) {
      const path = `/d/hib2b/seguimiento/${token}`;
      expect((await browser.get(path)).status).toBe(404);
      expect((await browser.post(path, form({ accion: "dejar" }))).status).toBe(404);
    }
    expect(await isFollowing(whose)).toBe(true);
  });
});
