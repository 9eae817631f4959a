import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browse } from "../../../test/kit/browse.ts";
import type { Browser } from "../../../test/kit/browse.ts";
import { fileOne, openTestDesk } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { wholeDesk } from "../../../test/kit/whole-desk.ts";
import { followed, soon } from "../../../test/kit/chat.ts";
import type { Following } from "../../../test/kit/chat.ts";
import { isRefusal } from "../../core/refusal.ts";
import { viewAsFollower } from "../../desk/tracker/as-follower.ts";
import { followTracker, stopFollowing } from "../../desk/tracker/follow-tracker.ts";
import type { Follower } from "../../desk/tracker/follow-tracker.ts";
import { openLive } from "../live/live.ts";
import type { Live } from "../live/live.ts";
import { followerToken } from "../../desk/tracker/follower-link.ts";

let test: TestDesk;
let browser: Browser;
let live: Live;
beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-12T16:00:00Z");
  live = openLive(test.plazo);
  // The connection that hears is made with the first who asks: the tests begin once it stands.
  await new Promise<void>((stands) => {
    live.watch.subscribe(test.desk, ({ of }) => void (of === "all" && stands()));
  });
  browser = browse(test, { live });
});
afterAll(async () => {
  await live.close();
  await test.close();
});

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
  const view = await viewAsFollower(test.plazo, test.desk, { token: tokenOf(whose) });
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

describe("a tracker of more than a page", () => {
  it("goes on to what is older, which says its hour and is not kept up to date", async () => {
    const whose = await follower("larga.example.com");
    const folios: string[] = [];
    for (let n = 0; n < 52; n += 1) {
      test.time.advance(1_000);
      folios.push((await fileOne(test, { portal: "larga.example.com" })).folio);
    }
    const first = await browser.get(pathOf(whose));
    expect(first.words).toContain(folios[51]);
    expect(first.words).not.toMatch(new RegExp(`${folios[1]}\\b`, "u"));
    const older = /href="([^"]*despues=[^"]*)"/u.exec(first.text)?.[1]?.replaceAll("&amp;", "&");
    const second = await browser.get(older ?? "");
    for (const folio of folios.slice(0, 2)) expect(second.words).toContain(folio);
    expect(second.words).not.toContain(folios[51]);
    expect(second.text).not.toContain("data-live=");
    expect(second.words).toContain("Volver a los más nuevos");
  });
});

describe("what keeps that page up to date", () => {
  const open = async (path: string): Promise<Response> =>
    browser.app.request(`${path}/vivo`, { headers: { accept: "text/event-stream" } });
  const watch = async (path: string): Promise<Following> => {
    const answer = await open(path);
    expect(answer.status).toBe(200);
    return followed(answer);
  };
  const told = ({ heard }: Following): number =>
    heard.filter(({ event }) => event === "again").length;

  it("says that something changed, of the portal that is followed alone, and never what", async () => {
    const [all, mine] = [await follower(), await follower("dulcera.example.com")];
    const [ofAll, ofMine] = [await watch(pathOf(all)), await watch(pathOf(mine))];
    await fileOne(test, { portal: "dulcera.example.com" });
    for (const one of [ofAll, ofMine]) await expect.poll(() => told(one), soon).toBeGreaterThan(0);
    const before = told(ofMine);
    const heardAll = told(ofAll);
    await fileOne(test, { portal: "andamios.example.com" });
    await expect.poll(() => told(ofAll), soon).toBeGreaterThan(heardAll);
    expect(told(ofMine)).toBe(before);
    await fileOne(test, { portal: "dulcera.example.com" });
    await expect.poll(() => told(ofMine), soon).toBeGreaterThan(before);
    expect(JSON.stringify([ofAll.heard, ofMine.heard])).not.toMatch(/HD-|example/u);
    await Promise.all([ofAll.close(), ofMine.close()]);
  });

  it("ends at once where the desk removes whoever follows, and their link opens no other after", async () => {
    const whose = await follower("dulcera.example.com");
    const page = await watch(pathOf(whose));
    const { id } = whose;
    await stopFollowing(test.plazo, test.desk, { id, by: "desk" });
    await expect.poll(() => live.streams.count(), soon).toBe(0);
    expect(page.heard.at(-1)).toMatchObject({ event: "again", data: { ms: 0 } });
    expect((await open(pathOf(whose))).status).toBe(404);
    // Shared again, it is by another link: whoever was given the old one sees nothing.
    const { recipient, name, language, portal } = whose;
    const again = await followTracker(test.plazo, test.desk, {
      ...{ recipient, name, language, portal },
      by: "desk",
    });
    if (isRefusal(again)) throw new Error(again.refused);
    expect(again.id).not.toBe(id);
    expect((await browser.get(pathOf(whose))).status).toBe(404);
    await page.close();
  });

  it("is open to each link so many times, to none of the desk's own people, and to no token that is none", async () => {
    const whose = await follower();
    const pages = await Promise.all(Array.from({ length: 8 }, () => watch(pathOf(whose))));
    expect((await open(pathOf(whose))).status).toBe(429);
    await Promise.all(pages.map((page) => page.close()));
    const ofStaff = await followTracker(test.plazo, test.desk, {
      recipient: "staff:bruno",
      name: "Bruno",
      language: "es",
      portal: null,
      by: "follower",
    });
    if (isRefusal(ofStaff)) throw new Error(ofStaff.refused);
    expect((await open(pathOf(ofStaff))).status).toBe(404);
    expect((await open("/d/hib2b/seguimiento/x")).status).toBe(404);
  });

  it("is asked for by the page itself, which says its hour and how to ask again to whoever has no script", async () => {
    const whose = await follower();
    const page = await browser.get(pathOf(whose));
    expect(page.text).toContain(`data-live="${pathOf(whose)}/vivo"`);
    expect(page.words).toMatch(/Así estaba el \S+ \d+ de noviembre, \d\d:\d\d/u);
    expect(page.text).toContain(`href="${pathOf(whose)}">Actualizar`);
  });
});

describe("the mail with which the desk shares its tracker", () => {
  it("brings the link at once, says whose tickets and when digests come, and leaves once", async () => {
    const whose = await follower("dulcera.example.com");
    await follower("dulcera.example.com");
    await test.work();
    const mails = test.mails(whose.recipient);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain(`https://plazo.example.com${pathOf(whose)}`);
    expect(mails[0]?.text).toContain("los tickets del portal dulcera.example.com");
    expect(mails[0]?.text).toContain("cada día hábil, al abrir la mesa");
    expect(mails[0]?.stop).toContain(tokenOf(whose));
  });
});
