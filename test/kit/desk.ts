import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { withArticles } from "../../src/cli/articles.ts";
import { packPartsIn } from "../../src/cli/pack-parts.ts";
import { readSharedParts } from "../../src/cli/shared-parts.ts";
import type { Policy } from "../../src/core/policy/policy.ts";
import { readPack } from "../../src/core/policy/read-pack.ts";
import { emptyCaches } from "../../src/desk/caches.ts";
import { openDesk } from "../../src/desk/desks/open-desk.ts";
import type { OutgoingMail, StaffAddress } from "../../src/desk/effects.ts";
import { keepUpload } from "../../src/desk/files/keep-upload.ts";
import type { FileRefusal, Upload } from "../../src/desk/files/keep-upload.ts";
import { diskFiles } from "../../src/desk/files/disk-files.ts";
import { acknowledgementLimits } from "../../src/desk/plazo.ts";
import type { Plazo, Settings } from "../../src/desk/plazo.ts";
import { systemRandom } from "../../src/desk/random.ts";
import type { Staff } from "../../src/desk/tickets/act.ts";
import { fileTicket } from "../../src/desk/tickets/file-ticket.ts";
import type { Filed, Filing } from "../../src/desk/tickets/file-ticket.ts";
import { foundWork, runOnce } from "../../src/jobs/run.ts";
import type { Round } from "../../src/jobs/run.ts";
import { drivenTime, freshDatabase } from "./database.ts";
import type { DrivenTime, TestDatabase } from "./database.ts";
import { testMail } from "./mail.ts";
import type { TestMail } from "./mail.ts";

/** A whole desk on a database of its own, with a clock that the test moves. */
export interface TestDesk {
  readonly plazo: Plazo;
  /** The desk's id. */
  readonly desk: string;
  readonly policy: Policy;
  readonly time: DrivenTime;
  readonly mail: TestMail;
  readonly database: TestDatabase;
  /** Addresses of staff, by id: those who have none get no mail. */
  readonly staff: Map<string, StaffAddress>;
  /** Lets the worker do everything that is due now; gives each round. */
  work(): Promise<Round[]>;
  /** Moves the clock, to an instant in UTC or by milliseconds, and lets the worker work. */
  passTo(instant: string | number): Promise<Round[]>;
  /** What was mailed to an address, oldest first. */
  mails(to?: string): readonly OutgoingMail[];
  close(): Promise<void>;
}

/** Somebody of the desk. */
export const ximena: Staff = { id: "staff-ximena", name: "Ximena", level: null };

/** Somebody else of the desk. */
export const bruno: Staff = { id: "staff-bruno", name: "Bruno", level: null };

/** A policy from a pack's text, or from one of the project's packs by its name. Throws with what is wrong in it. */
export async function testPolicy(pack: string): Promise<Policy> {
  const isText = pack.includes("\n");
  const text = isText
    ? pack
    : await readFile(new URL(`../../policies/${pack}/policy.yaml`, import.meta.url), "utf8");
  const shared = await readSharedParts();
  const folder = fileURLToPath(new URL(`../../policies/${pack}`, import.meta.url));
  const parts = isText ? shared : await withArticles(shared, folder);
  const read = readPack(text, `${isText ? "test" : pack}.yaml`, parts);
  if ("problems" in read) throw new Error(JSON.stringify(read.problems, null, 1));
  return read.policy;
}

/** Opens a desk of a policy, a pack's text or a pack's name ("hib2b"), at an instant in UTC. */
export async function openTestDesk(
  pack: string | Policy = "hib2b",
  start = "2026-11-20T23:00:00Z",
  settings: Partial<Settings> = {},
): Promise<TestDesk> {
  const policy = typeof pack === "string" ? await testPolicy(pack) : pack;
  const time = drivenTime(start);
  const database = await freshDatabase({ time });
  const folder = await mkdtemp(join(tmpdir(), "plazo-files-"));
  const mail = testMail();
  const staff = new Map<string, StaffAddress>();
  const plazo: Plazo = {
    db: database.db,
    effects: {
      mail,
      files: await diskFiles(folder),
      random: systemRandom,
      staffAddress: (_desk, id) => Promise.resolve(staff.get(id)),
      packParts: packPartsIn(fileURLToPath(new URL("../../policies", import.meta.url))),
    },
    settings: {
      secret: new Uint8Array(32).fill(7),
      url: "https://plazo.example.com",
      mailFrom: "Mesa de ayuda <mesa@plazo.example.com>",
      mailReplyTo: null,
      acknowledgements: acknowledgementLimits,
      ...settings,
    },
    caches: emptyCaches(),
  };
  await openDesk(plazo, { policy, source: "" });
  const work = async (): Promise<Round[]> => {
    const rounds: Round[] = [];
    for (;;) {
      const round = await runOnce(plazo);
      if (round.aside.length > 0) throw round.aside[0]?.fault;
      if (round.faults.length > 0) throw round.faults[0];
      if (!foundWork(round)) return rounds;
      rounds.push(round);
    }
  };
  return {
    plazo,
    desk: policy.desk.id,
    policy,
    time,
    mail,
    database,
    staff,
    work,
    passTo(instant) {
      if (typeof instant === "number" && instant < 10_000_000_000) time.advance(instant);
      else time.set(instant);
      return work();
    },
    mails: (to) => mail.sent.filter((one) => to === undefined || one.to === to),
    async close() {
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

let submissions = 0;

/** A filing of the hib2b form that is right, with what the test wants otherwise. */
export function filingOf(differs: Partial<Filing> = {}): Filing {
  submissions += 1;
  return {
    form: "soporte",
    channel: "form",
    fields: {
      descripcion: "No puedo entrar al portal desde ayer.",
      quien: "EKU9003173C9",
      correo: "proveedor@example.com",
      tipo: "contrasena",
    },
    uploads: [],
    language: "es",
    portal: "compras.example.com",
    source: "192.0.2.1",
    submission: `submission-${submissions}-0123456789abcdef`,
    ...differs,
  };
}

/** Files a ticket that must be taken. Throws with the refusals where it is not. */
export async function fileOne(test: TestDesk, differs: Partial<Filing> = {}): Promise<Filed> {
  const filed = await fileTicket(test.plazo, test.desk, filingOf(differs));
  if (!("folio" in filed)) throw new Error(JSON.stringify(filed));
  return filed;
}

/** Sends a file in for a form's session. */
export function upload(
  test: TestDesk,
  file: {
    readonly session: string;
    readonly name: string;
    readonly content: string | Uint8Array;
    readonly field?: string;
  },
): Promise<Upload | FileRefusal> {
  const { session, name, content, field = "adjuntos" } = file;
  return keepUpload(test.plazo, test.desk, {
    session,
    field,
    name,
    accept: ["image", "pdf", "xml", "office", "text"],
    content: chunks(typeof content === "string" ? new TextEncoder().encode(content) : content),
  });
}

async function* chunks(content: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.length; at += 65_536) yield content.subarray(at, at + 65_536);
}
