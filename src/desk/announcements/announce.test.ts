import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestDesk, ximena } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { isRefusal } from "../../core/refusal.ts";
import { DAY, HOUR } from "../../core/time/instant.ts";
import { claimUrgencyAsClient, viewAsClient } from "../tickets/as-client.ts";
import { fileTicket } from "../tickets/file-ticket.ts";
import type { Filed } from "../tickets/file-ticket.ts";
import { announce } from "./announce.ts";
import type { Announced, Announcement } from "./announce.ts";
import { cancel } from "./cancel.ts";
import { listAnnouncements, ownAnnouncement } from "./list.ts";

let test: TestDesk;
beforeAll(async () => {
  test = await openTestDesk("erp-clubes", "2026-11-20T14:00:00Z");
});
afterAll(() => test.close());

const now = () => test.time.read();

function process(more: Partial<Announced> = {}): Announced {
  return {
    process: "proceso-especial",
    type: "carnetizacion",
    starts: now() + HOUR,
    ends: now() + 2 * DAY,
    by: { kind: "agent", name: ximena.name },
    address: null,
    ...more,
  };
}

async function announced(
  more: Partial<Announced> = {},
): Promise<{ readonly announcement: Announcement; readonly token: string | null }> {
  const done = await announce(test.plazo, test.desk, process(more));
  if (isRefusal(done)) throw new Error(JSON.stringify(done));
  return done;
}

const client = { kind: "client", name: "Club de prueba" } as const;

let filings = 0;
async function file(address: string, urgency?: string) {
  filings += 1;
  return fileTicket(test.plazo, test.desk, {
    form: "curso",
    channel: "form",
    fields: { quien: "Club Uno", personas: "3", descripcion: `Bancos ${filings}`, correo: address },
    uploads: [],
    language: "es",
    portal: null,
    source: "192.0.2.1",
    submission: `a-submission-of-a-form-${String(filings).padStart(4, "0")}`,
    ...(urgency === undefined ? {} : { urgency }),
  });
}

async function filed(address: string): Promise<Filed> {
  const done = await file(address);
  if (!("folio" in done)) throw new Error(JSON.stringify(done));
  return done;
}

const groundsOf = async ({ capability }: Filed): Promise<readonly string[]> => {
  const view = await viewAsClient(test.plazo, { desk: test.desk, capability });
  if (isRefusal(view)) throw new Error(view.refused);
  return view.may.grounds;
};

describe("a special process (RD-15c)", () => {
  it("is announced ahead, and its ground is open from its start until its end", async () => {
    const ticket = await filed("uno@example.com");
    const { announcement } = await announced();
    expect(await groundsOf(ticket)).not.toContain("proceso");
    expect(await file("uno@example.com", "proceso")).toMatchObject([
      { refused: "ground-closed", field: "ground", clause: ["RD-15", "RD-15c"] },
    ]);
    test.time.advance(HOUR);
    expect(await groundsOf(ticket)).toContain("proceso");
    const urgent = await file("uno@example.com", "proceso");
    expect(urgent).toMatchObject({
      ticket: {
        urgency: { ground: "proceso", state: "claimed" },
        facts: { announcements: "proceso-especial" },
      },
    });
    const claimed = await claimUrgencyAsClient(
      test.plazo,
      { desk: test.desk, capability: ticket.capability },
      "proceso",
    );
    expect(claimed).toEqual({ folio: ticket.folio });
    test.time.set(new Date(announcement.ends).toISOString());
    expect(await groundsOf(await filed("uno@example.com"))).not.toContain("proceso");
  });

  it("that a client announces opens urgency for their own tickets alone", async () => {
    await announced({ by: client, address: "Dos@Example.com" });
    test.time.advance(HOUR);
    expect(await groundsOf(await filed("dos@example.com"))).toContain("proceso");
    expect(await groundsOf(await filed("tres@example.com"))).not.toContain("proceso");
    const listed = await listAnnouncements(test.plazo, test.desk, { staff: false });
    expect(listed.map(({ address }) => address)).toEqual([]);
    const all = await listAnnouncements(test.plazo, test.desk, { staff: true });
    expect(all.map(({ address }) => address)).toEqual(["dos@example.com"]);
    test.time.advance(3 * DAY);
  });

  it("is announced once where a client's page is sent twice, and anew where it says something else", async () => {
    const submission = "a-page-sent-twice-00001";
    const wanted = process({ by: client, address: "cuatro@example.com" });
    const send = (more: Partial<Announced> = {}) =>
      announce(test.plazo, test.desk, { ...wanted, ...more, submission });
    const [one, two] = await Promise.all([send(), send()]);
    const other = await send({ type: "otro" });
    if (isRefusal(one) || isRefusal(two) || isRefusal(other)) throw new Error("refused");
    expect(two).toEqual(one);
    expect(other.token).not.toBe(one.token);
    const all = await listAnnouncements(test.plazo, test.desk, { staff: true });
    const own = all.filter(({ address }) => address === "cuatro@example.com");
    expect(own).toHaveLength(2);
    expect(new Set(own.map(({ type }) => type))).toEqual(new Set(["carnetizacion", "otro"]));
    await cancel(test.plazo, test.desk, { token: one.token ?? "" });
    await cancel(test.plazo, test.desk, { token: other.token ?? "" });
  });

  it("is cancelled once, by the desk or by whoever announced it, and closes at once", async () => {
    const own = await announced({ by: client, address: "uno@example.com" });
    const general = await announced();
    test.time.advance(2 * HOUR);
    const ticket = await filed("uno@example.com");
    expect(await groundsOf(ticket)).toContain("proceso");
    const token = own.token ?? "";
    expect(await cancel(test.plazo, test.desk, { token })).toMatchObject({ byKind: "client" });
    expect(await groundsOf(ticket)).toContain("proceso");
    const { id } = general.announcement;
    expect(await cancel(test.plazo, test.desk, { id, by: ximena.name })).toMatchObject({ id });
    expect(await groundsOf(ticket)).not.toContain("proceso");
    expect(await cancel(test.plazo, test.desk, { id, by: ximena.name })).toMatchObject({
      refused: "no-such-announcement",
    });
    expect(await ownAnnouncement(test.plazo, test.desk, token)).toMatchObject({
      cancelled: now(),
    });
    expect(await cancel(test.plazo, test.desk, { token: "x".repeat(22) })).toMatchObject({
      refused: "no-such-announcement",
    });
  });

  it.each([
    ["announced-late", { starts: -1 }],
    ["process-ends-wrong", { ends: 0 }],
    ["process-ends-wrong", { ends: 400 * DAY }],
    ["process-type-unknown", { type: "fiesta" }],
    ["process-type-unknown", { type: null }],
    ["process-unknown", { process: "carnaval" }],
    ["email-invalid", { by: client, address: "nadie" }],
    ["email-invalid", { by: client, address: null }],
  ])("is refused as %s where it is wrong (%o)", async (refused, wrong) => {
    const at = (key: "starts" | "ends"): Partial<Announced> =>
      key in wrong ? { [key]: now() + Number((wrong as Record<string, unknown>)[key]) } : {};
    const wanted = process({ ...(wrong as Partial<Announced>), ...at("starts"), ...at("ends") });
    expect(await announce(test.plazo, test.desk, wanted)).toMatchObject({ refused });
  });
});
