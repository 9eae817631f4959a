import { expect } from "vitest";
import { inLanguage } from "../../src/core/policy/text.ts";
import { isRefusal } from "../../src/core/refusal.ts";
import { HOUR, MINUTE } from "../../src/core/time/instant.ts";
import { searchTickets } from "../../src/desk/search/search-tickets.ts";
import { close } from "../../src/desk/tickets/close.ts";
import { ticketForStaff } from "../../src/desk/tickets/for-staff.ts";
import type { StaffView } from "../../src/desk/tickets/for-staff.ts";

import { bringsCode } from "../kit/clients.ts";
import { ximena } from "../kit/desk.ts";
import {
  asking,
  firstOf,
  limitsOf,
  newKey,
  promisedByEngine,
  seen,
  take,
  tellingsOf,
  tickets,
  words,
} from "./seen.ts";
import { anyFileField, expiredPortal, formFor, friday, stranger } from "./world.ts";
import type { World } from "./world.ts";
import { picture } from "./ways.ts";
import type { Way } from "./ways.ts";

/** What a desk owes whoever reaches it, by whatever way. */
export interface Obligation {
  readonly name: string;
  /** Of which desks and ways it is owed; left out: of every one that the manual opens. */
  readonly of?: (world: World, way: Way) => string | null;
  holds(world: World, way: Way): Promise<void>;
}

export const obligations: readonly Obligation[] = [
  {
    name: "opens one ticket, with its folio, its severity and the channel that it came by, and the words as they were written",
    async holds(world, way) {
      const before = await tickets(world);
      const asked = await asking(world);
      const view = await seen(world, await take(world, way, asked));
      expect(await tickets(world)).toBe(before + 1);
      expect(view.ticket).toMatchObject({ channel: way.channel, filedAt: world.test.time.read() });
      expect(view.messages[0]?.text).toContain(words);
      expect(view.ticket.requester.address).toBe(asked.address);
      const wish = { q: view.ticket.folio, me: "nobody", limit: 5 };
      const found = await searchTickets(world.test.plazo, world.test.desk, wish);
      if (isRefusal(found)) throw new Error(found.refused);
      expect(found.tickets.map(({ row }) => row.folio)).toContain(view.ticket.folio);
    },
  },
  {
    name: "promises to the millisecond what the engine promises of it at that instant",
    async holds(world, way) {
      const view = await seen(world, await take(world, way, await asking(world)));
      expect(view.ticket.held).toBeNull();
      const engine = promisedByEngine(world, view, world.test.time.read());
      expect(view.ticket.severity).toBe(engine.severity);
      expect(limitsOf(view.promises)).toEqual(engine.limits);
      expect(engine.limits.some(({ limit }) => limit !== null)).toBe(true);
    },
  },
  {
    name: "tells on the same channel the folio, the severity and by when (CC-4, IF-4), in the requester's language",
    async holds(world, way) {
      for (const language of ["es", "en"] as const) {
        const took = await take(world, way, await asking(world, { language }));
        const view = await seen(world, took);
        for (const said of tellingsOf(world, way, { view, language }))
          expect(took.told).toContain(said);
      }
    },
  },
  {
    name: "is the same ticket when it is sent twice, and when it is sent twice at once",
    async holds(world, way) {
      const asked = await asking(world);
      const before = await tickets(world);
      const first = await take(world, way, asked);
      const again = await take(world, way, asked);
      expect(again.folio).toBe(first.folio);
      expect(await tickets(world)).toBe(before + 1);
      const twice = await asking(world);
      await Promise.all([way.send(world, twice), way.send(world, twice)]);
      await take(world, way, twice);
      expect(await tickets(world)).toBe(before + 2);
    },
  },
  {
    name: "says what is wrong with it by its field, in the requester's language, keeps what was typed, and files nothing",
    async holds(world, way) {
      const rule = formFor(world.test.policy, way.channel);
      const missing =
        rule.fields.find(
          ({ kind, required }) => required && kind === "identity" && way.signsIn !== true,
        ) ?? rule.fields.find(({ kind, required }) => required && kind === "text");
      if (missing === undefined) throw new Error("the form demands nothing");
      const before = await tickets(world);
      const told = new Set<string>();
      for (const language of ["es", "en"] as const) {
        const asked = await asking(world, { language, without: missing.id });
        const sent = await way.send(world, asked);
        if (!("refused" in sent)) throw new Error("it was taken");
        expect(sent.refused).toContain(way.tells === "data" ? `fields.${missing.id}` : "");
        if (way.name === "the form") {
          expect(sent.refused).toContain(inLanguage(missing.label, language));
          expect(sent.refused).toContain(asked.address);
        }
        told.add(sent.refused);
        // What was mended goes by the same key: nothing of it was used up.
        const mended = { ...asked, key: newKey() };
        const { without: _without, ...whole } = mended;
        await take(world, way, whole);
      }
      expect(told.size).toBe(2);
      expect(await tickets(world)).toBe(before + 2);
    },
  },
  {
    name: "tells that support has expired and how to renew, keeps it, and promises nothing (HB-1)",
    of: ({ test }) =>
      test.policy.client?.needsValidSupport === true
        ? null
        : "the manual asks for no valid support",
    async holds(world, way) {
      const portal = await expiredPortal(world);
      const took = await take(world, way, await asking(world, { portal }));
      const view = await seen(world, took);
      expect(view.ticket.held).toBe("support-expired");
      expect(view.messages[0]?.text).toContain(words);
      await world.test.work();
      const mail = world.test.mails(view.ticket.requester.address ?? "").at(-1)?.text ?? "";
      for (const told of way.tells === "data" ? [mail] : [took.told, mail])
        expect(told.toLowerCase()).toMatch(/vencid/u);
      expect(
        view.promises.filter(({ limit, rule }) => limit !== null && rule.against === "desk"),
      ).toEqual([]);
    },
  },
  {
    name: "holds whoever is not registered, tells them so, and promises nothing (FI-2)",
    of: ({ test }, way) =>
      formFor(test.policy, way.channel).who?.fromRegisteredAddress === true ||
      (formFor(test.policy, way.channel).who === null &&
        test.policy.people["requester"]?.fromRegisteredAddress === true)
        ? null
        : "the manual hears whoever writes",
    async holds(world, way) {
      const address = stranger();
      const took = await take(world, way, await asking(world, { address }));
      const view = await seen(world, took);
      expect(view.ticket.held).toBe("unverified");
      expect(view.messages[0]?.text).toContain(words);
      expect(took.told.toLowerCase()).toMatch(/registrad/u);
      await world.test.work();
      expect(world.test.mails(address).length).toBeGreaterThan(0);
    },
  },
  {
    name: "outside the desk's hours is taken at once, and its times begin at the next opening",
    async holds(world, way) {
      const { test } = world;
      const back = test.time.read();
      test.time.set(friday + 37 * HOUR);
      const night = await seen(world, await take(world, way, await asking(world)));
      expect(night.ticket.filedAt).toBe(test.time.read());
      // Saturday night, and Monday at six: nobody works in between.
      test.time.set(friday + 2 * 24 * HOUR + 20 * HOUR);
      const dawn = await seen(world, await take(world, way, await asking(world)));
      const onHours = (view: StaffView) =>
        limitsOf(view.promises.filter(({ rule }) => rule.calendar !== null));
      expect(onHours(night)).toEqual(onHours(dawn));
      expect(onHours(night).some(({ limit }) => limit !== null)).toBe(true);
      test.time.set(Math.max(back, test.time.read()));
    },
  },
  {
    name: "adds what is answered to its ticket, once, as the requester's words",
    async holds(world, way) {
      const asked = await asking(world);
      const took = await take(world, way, asked);
      const before = await tickets(world);
      const said = { address: asked.address, text: "Sigue igual en la tarde.", key: newKey() };
      for (const _ of [1, 2]) expect(await way.answer?.(world, took, said)).toBe("taken");
      const view = await seen(world, took);
      const added = view.messages.filter(({ text }) => text.includes(said.text));
      expect(added).toMatchObject([{ public: true, author: { kind: "client" } }]);
      expect(await tickets(world)).toBe(before);
    },
  },
  {
    name: "after the end is not opened again behind the manual's back, and nothing that is written then is lost",
    async holds(world, way) {
      const { test } = world;
      const asked = await asking(world);
      const took = await take(world, way, asked);
      await close(
        test.plazo,
        { desk: test.desk, folio: took.folio },
        { by: ximena, reason: "by-agent", note: "Listo." },
      );
      const said = { address: asked.address, text: "Volvió a pasar esta mañana.", key: newKey() };
      const outcome = await way.answer?.(world, took, said);
      const view = await seen(world, took);
      expect(view.ticket.closed).not.toBeNull();
      if (outcome !== "taken") {
        // Said at once to whoever is there: their words are in front of them still.
        expect(outcome?.told.length).toBeGreaterThan(0);
        return;
      }
      const citing = view.ticket.links.map(({ to }) => to);
      const kept = [view, ...(await Promise.all(citing.map((folio) => seen(world, { folio }))))];
      expect(
        kept
          .flatMap(({ messages }) => messages)
          .map(({ text }) => text)
          .join("\n"),
      ).toContain(said.text);
    },
  },
  {
    name: "reaches no ticket of another desk: nothing is found there, and nothing is changed here",
    async holds(world, way) {
      const asked = await asking(world);
      const took = await take(world, way, asked);
      const before = await seen(world, took);
      const said = {
        address: asked.address,
        text: "Desde otra mesa.",
        key: newKey(),
        desk: world.other,
      };
      const outcome = await way.answer?.(world, took, said);
      if (way.channel !== "mail") expect(outcome).not.toBe("taken");
      const after = await seen(world, took);
      expect(after.ticket.seq).toBe(before.ticket.seq);
      const there = await ticketForStaff(world.test.plazo, {
        desk: world.other,
        folio: took.folio,
      });
      if (!isRefusal(there)) expect(JSON.stringify(there.messages)).not.toContain(words);
    },
  },
  {
    name: "keeps the file that came with it, byte for byte",
    of: ({ test }, way) =>
      anyFileField(formFor(test.policy, way.channel)) === null && way.channel !== "mail"
        ? "the form asks for no file that whoever fills it in may add"
        : null,
    async holds(world, way) {
      const content = picture("evidencia.png", 7);
      const field = anyFileField(formFor(world.test.policy, way.channel)) ?? "adjuntos";
      const view = await seen(
        world,
        await take(world, way, await asking(world, { file: { field, content } })),
      );
      const file = view.files.find(({ name }) => name === "evidencia.png");
      const read = await world.test.plazo.effects.files.read(file?.id ?? "");
      if (read === undefined) throw new Error("its bytes are not there");
      const bytes: Uint8Array[] = [];
      for await (const chunk of read) bytes.push(chunk as Uint8Array);
      expect(Buffer.concat(bytes)).toEqual(Buffer.from(await content.arrayBuffer()));
    },
  },
  {
    name: "is filed though its acknowledgement is held back by the limits of automatic mail",
    async holds(world, way) {
      const { settings } = world.test.plazo;
      const limits = settings.acknowledgements;
      const asked = await asking(world);
      const before = await tickets(world);
      Object.assign(settings, { acknowledgements: { ...limits, perAddress: 0, perSource: 0 } });
      try {
        const sent = await way.send(world, asked);
        expect("refused" in sent && sent.refused).toBe(false);
      } finally {
        Object.assign(settings, { acknowledgements: limits });
      }
      await world.test.work();
      expect(await tickets(world)).toBe(before + 1);
      const mailed = world.test.mails(asked.address).filter((mail) => !bringsCode(mail));
      expect(mailed).toEqual([]);
    },
  },
  {
    name: "is late at its limit and not a millisecond before, and told so in the record once",
    async holds(world, way) {
      const { test } = world;
      const took = await take(world, way, await asking(world));
      const view = await seen(world, took);
      const { rule, limit } = firstOf(view);
      const breaches = async () =>
        (await seen(world, took)).events.filter(
          ({ fact }) => fact.type === "breached" && fact.clock === rule.id,
        );
      await test.passTo((limit ?? 0) - 1);
      expect(await breaches()).toEqual([]);
      await test.passTo((limit ?? 0) + MINUTE);
      expect(await breaches()).toMatchObject([{ at: limit }]);
    },
  },
];

/** The first promise of a request that is filed as the desk opens, in UTC. */
export async function firstPromise(world: World, way: Way): Promise<string> {
  const view = await seen(world, await take(world, way, await asking(world)));
  const { rule, limit } = firstOf(view);
  return `${rule.id} ${new Date(limit ?? 0).toISOString()}`;
}

/** What a way says where the manual keeps it closed to a first word. */
export async function explainsItself(world: World, way: Way): Promise<void> {
  const before = await tickets(world);
  const channel = world.test.policy.channels.find(({ id }) => id === way.channel);
  const sent = await way.send(world, await asking(world));
  if (!("refused" in sent)) throw new Error("it was taken");
  expect(sent.refused).toContain("channel-closed");
  for (const clause of [channel?.clause ?? []].flat()) expect(sent.refused).toContain(clause);
  expect(await tickets(world)).toBe(before);
}
