import { Hono } from "hono";
import type { Context } from "hono";
import { readForm } from "../../channels/web-form/read-form.ts";
import type { FormValues } from "../../channels/web-form/read-form.ts";
import { instantOfWall, zoneTableOf } from "../../core/calendar/zone.ts";
import { isRefusal } from "../../core/refusal.ts";
import { partsOfDay } from "../../core/time/civil.ts";
import type { Instant } from "../../core/time/instant.ts";
import { parseWall } from "../../core/time/iso.ts";
import { announce } from "../../desk/announcements/announce.ts";
import { cancel } from "../../desk/announcements/cancel.ts";
import { listAnnouncements, ownAnnouncement } from "../../desk/announcements/list.ts";
import { announcedPage, announcementsPage } from "../../site/announcements.ts";
import { control } from "../../site/form/names.ts";
import { hrefFor } from "../../site/reader.ts";
import { sayRefusal } from "../../site/say-refusal.ts";
import { announcementWords } from "../../words/site/announcements.ts";
import { firstOf } from "../arriving.ts";
import { deskOf } from "../desk-of.ts";
import type { DeskHere } from "../desk-of.ts";
import type { Env } from "../env.ts";
import type { SiteParts } from "../parts.ts";
import { networkOf } from "../peer.ts";
import { problem } from "../problems.ts";
import { countAttempts } from "../staff/attempts.ts";
import type { Attempts } from "../staff/attempts.ts";

const bounds = { fields: 20, fieldBytes: 1_000, files: 0, bodyBytes: 16 * 1024 };

const HOUR = 3_600_000;

const controls = ["proceso", "tipo", "desde", "hasta", "nombre", "correo"] as const;

/** `/d/<desk>/procesos`: what is announced ahead, and announcing it (RD-15c). `/<token>`: one's own, to cancel it. */
export function announcementRoutes(parts: SiteParts): Hono<Env> {
  const app = new Hono<Env>();
  app.get("/d/:desk/procesos", async (context) => {
    const desk = await announcing(context, parts);
    if (desk === null) return problem(context, "not-found");
    return context.html(await draw(desk, parts, { values: {}, errors: [] }));
  });
  const perSource = countAttempts({ limit: 20, within: HOUR, most: 10_000 });
  app.post("/d/:desk/procesos", (context) => take(context, parts, perSource));
  app.get("/d/:desk/procesos/:token", async (context) => {
    const desk = await announcing(context, parts);
    const own = await ownAt(context, parts, desk);
    if (desk === null || own === undefined) return problem(context, "not-found");
    return context.html(announcedPage({ ...atDesk(desk), announced: own }));
  });
  app.post("/d/:desk/procesos/:token", async (context) => {
    const desk = await announcing(context, parts);
    if (desk === null) return problem(context, "not-found");
    const token = context.req.param("token");
    await readForm(context.req.raw, { bounds, take: () => Promise.resolve() });
    const done = await cancel(parts.plazo, desk.id, { token });
    return isRefusal(done)
      ? problem(context, "not-found")
      : context.redirect(hrefFor(desk.reader, context.req.path), 303);
  });
  return app;
}

/** The desk, where its policy has processes that are announced. */
async function announcing(
  context: Context<Env>,
  parts: SiteParts,
  language?: string,
): Promise<DeskHere | null> {
  const desk = await deskOf(context, parts, language);
  return desk?.bound.policy.policy.announcements === undefined ? null : desk;
}

function atDesk({ reader, bound, here }: DeskHere) {
  return { reader, policy: bound.policy.policy, here };
}

async function draw(
  desk: DeskHere,
  { plazo }: SiteParts,
  written: {
    readonly values: Readonly<Record<string, string>>;
    readonly errors: readonly string[];
  },
): Promise<ReturnType<typeof announcementsPage>> {
  const list = await listAnnouncements(plazo, desk.id, { staff: false });
  const submission = plazo.effects.random.token();
  return announcementsPage({ ...atDesk(desk), list, submission, ...written });
}

async function ownAt(
  context: Context<Env>,
  { plazo }: SiteParts,
  desk: DeskHere | null,
): ReturnType<typeof ownAnnouncement> {
  const token = context.req.param("token") ?? "";
  if (desk === null || !/^[\w-]{16,64}$/u.test(token)) return undefined;
  return ownAnnouncement(plazo, desk.id, token);
}

/** As many an hour as one source has acknowledgements: each is kept, and shown to the desk. */
async function take(
  context: Context<Env>,
  parts: SiteParts,
  perSource: Attempts,
): Promise<Response> {
  const read = await readForm(context.req.raw, { bounds, take: () => Promise.resolve() });
  if (isRefusal(read)) return problem(context, read.refused);
  const desk = await announcing(context, parts, firstOf(read, control.language));
  if (desk === null) return problem(context, "not-found");
  const values = writtenIn(read);
  const { language } = desk.reader;
  const starts = wallIn(values["desde"], desk.here.zone);
  const ends = wallIn(values["hasta"], desk.here.zone);
  const name = values["nombre"] ?? "";
  const submission = firstOf(read, control.submission)?.slice(0, 64);
  const send = async (error: string, status: 422 | 429 = 422): Promise<Response> =>
    context.html(await draw(desk, parts, { values, errors: [error] }), status);
  if (starts === null || ends === null || name === "")
    return send(announcementWords[language].missing);
  if (!perSource.take(networkOf(context), performance.now()))
    return send(announcementWords[language].tooMany, 429);
  const done = await announce(parts.plazo, desk.id, {
    process: values["proceso"] ?? "",
    type: values["tipo"] ?? null,
    starts,
    ends,
    by: { kind: "client", name },
    address: values["correo"] ?? "",
    ...(submission === undefined ? {} : { submission }),
  });
  if (isRefusal(done)) return send(sayRefusal(done, language));
  return context.redirect(hrefFor(desk.reader, `/d/${desk.id}/procesos/${done.token ?? ""}`), 303);
}

function writtenIn(read: FormValues): Readonly<Record<string, string>> {
  return Object.fromEntries(
    controls.flatMap((name) => {
      const value = firstOf(read, name)?.trim().slice(0, 300);
      return value === undefined || value === "" ? [] : [[name, value]];
    }),
  );
}

/** The instant of a wall time of the desk's zone; null where it is none. */
function wallIn(text: string | undefined, zone: string): Instant | null {
  const wall = text === undefined ? null : parseWall(text);
  if (wall === null) return null;
  const { year } = partsOfDay(wall.day);
  return year < 2000 || year > 2200
    ? null
    : instantOfWall(zoneTableOf(zone, year, year), wall.day, wall.millis);
}
