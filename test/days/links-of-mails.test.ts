import { describe, expect, it } from "vitest";
import { browse } from "../kit/browse.ts";
import { openTestDesk } from "../kit/desk.ts";
import type { TestDesk } from "../kit/desk.ts";
import { fileAnyhow, mailDigest, mailEverything } from "../kit/every-mail.ts";
import { filesIn } from "../kit/policy-packs.ts";
import { wholeDatabase } from "../kit/whole-database.ts";
import type { OutgoingMail } from "../../src/desk/effects.ts";
import { api } from "../../src/http/api/api.ts";
import { openStaffAuth } from "../../src/http/staff/auth.ts";
import { openIdentities } from "../../src/store/staff/identities.ts";

// Scanners of mail fetch every link before its reader does: that must do nothing at all.
const client = "cliente@example.com";
const packs = filesIn("policies").filter((name) => name !== "shared");

/** Every address in a mail: in its words, its page and its headers. */
function linksOf({ text, html, stop }: OutgoingMail): readonly string[] {
  const written = [text, html.replaceAll("&amp;", "&"), stop ?? ""].join("\n");
  const found = written.matchAll(/https?:\/\/[^\s"'<>()]+/gu);
  return [...new Set(Array.from(found, ([link]) => link.replace(/[.,;:]+$/u, "")))];
}

/** Fetches a link as a browser does and as a scanner does; gives the status of each. */
async function fetched(test: TestDesk, links: readonly string[]): Promise<Map<string, number[]>> {
  const identities = openIdentities(test.database.connection, {
    alone: false,
    log: () => undefined,
  });
  const { plazo } = test;
  const { url } = plazo.settings;
  const auth = openStaffAuth({ pool: identities.pool, secret: "s".repeat(43), url });
  const { app } = browse(test, {
    mount: (on) => on.route("/api/v1", api({ plazo, auth, serves: () => true })),
  });
  const statuses = new Map<string, number[]>();
  for (const link of links) {
    expect(link.startsWith(`${url}/`)).toBe(true);
    const each = [];
    for (const method of ["GET", "HEAD", "GET"]) {
      const answer = await app.request(link, { method, headers: { accept: "text/html" } });
      each.push(answer.status);
      await answer.arrayBuffer();
    }
    statuses.set(link, each);
  }
  await identities.close();
  return statuses;
}

describe.each(packs)("every link of every mail of %s", (pack) => {
  it("opens for its reader, and changes nothing whoever fetches it", async () => {
    // A Wednesday, within the hours of every desk.
    const test = await openTestDesk(pack, "2026-11-18T17:00:00Z");
    const hasDigest = await mailDigest(test, "seguidora@example.com");
    const filed = await fileAnyhow(test, client);
    const moments = await mailEverything(test, filed);
    await test.passTo("2026-11-23T18:00:00Z");
    const { sent } = test.mail;
    for (const moment of ["link", "code", "warned", "breached", "call-due"])
      expect(moments).toContain(moment);
    expect(sent.some(({ subject }) => subject.includes("no se entregó"))).toBe(true);
    expect(sent.some(({ stop }) => stop !== undefined)).toBe(hasDigest);

    const before = await wholeDatabase(test);
    const links = [...new Set(sent.flatMap(linksOf))];
    expect(links.length).toBeGreaterThan(1);
    const statuses = await fetched(test, links);
    expect(await wholeDatabase(test)).toEqual(before);
    for (const [link, each] of statuses)
      // The workspace is another program's page: here only that it is asked for is of interest.
      if (!link.includes("/app/")) expect([link, each]).toEqual([link, [200, 200, 200]]);
    await test.close();
  });
});
