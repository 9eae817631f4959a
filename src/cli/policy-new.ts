import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { isKnownZone } from "../core/calendar/zone.ts";
import { readPack } from "../core/policy/read-pack.ts";
import type { Language } from "../core/policy/text.ts";
import { settle } from "../store/settle.ts";
import { policyNewWords } from "../words/cli/policy-new.ts";
import type { NotStarted } from "../words/cli/policy-new.ts";
import { newPack, newScenario } from "./new-pack.ts";
import type { NewDesk } from "./new-pack.ts";
import type { Output } from "./output.ts";
import { problemLine } from "./pack-lines.ts";
import { readPacks } from "./packs.ts";
import { readSharedParts } from "./shared-parts.ts";

interface NewArguments {
  /** The folder to write, whole path. */
  readonly folder: string;
  /** The project's folder, and where paths are told from. */
  readonly root: string;
  readonly cwd: string;
  readonly id: string | null;
  readonly name: string | null;
  readonly nameEn: string | null;
  readonly zone: string | null;
  readonly language: Language;
}

const NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

const readable = (id: string): string =>
  id.charAt(0).toUpperCase() + id.slice(1).replaceAll("-", " ");

function deskOf(args: NewArguments): NewDesk {
  const id = args.id ?? basename(args.folder);
  return {
    id,
    name: args.name ?? readable(id),
    nameEn: args.nameEn,
    zone: args.zone ?? "America/Mexico_City",
  };
}

type Refused = readonly [code: NotStarted, what: string];

async function refusalOf(args: NewArguments, desk: NewDesk): Promise<Refused | null> {
  const file = join(args.folder, "policy.yaml");
  if (!NAME.test(desk.id) || desk.id.length > 60) return ["bad-id", desk.id];
  if (!isKnownZone(desk.zone)) return ["bad-zone", desk.zone];
  if ("value" in (await settle(stat(file)))) return ["exists", shown(args.cwd, file)];
  const { known } = await readPacks(dirname(args.folder), []);
  return known.includes(desk.id) ? ["taken", desk.id] : null;
}

/** A path as it is shortest from where somebody stands. */
function shown(cwd: string, path: string): string {
  const way = relative(cwd, path);
  return way.startsWith("..") ? path : way || ".";
}

/** Writes the files where nothing stands yet; one that appeared meanwhile is not written over. */
async function write(files: ReadonlyMap<string, string>): Promise<Refused | null> {
  for (const [file, text] of files) {
    const done = await settle(
      mkdir(dirname(file), { recursive: true }).then(() => writeFile(file, text, { flag: "wx" })),
    );
    if (!("value" in done))
      return done.fault.code === "EEXIST"
        ? ["exists", file]
        : ["unwritable", done.fault.code ?? done.fault.message];
  }
  return null;
}

/** How the new desk is served: by itself in the project's own folder, else by naming its folder. */
function serving({ folder, root, cwd }: NewArguments): string {
  const home = dirname(folder);
  return home === join(root, "policies")
    ? "npm start"
    : `PLAZO_POLICIES=${shown(cwd, home)} plazo serve`;
}

/**
 * `plazo policy new FOLDER`: starts a desk from the smallest manual that promises something, with the
 * answers in it, and its first scenario. What is written is read and found sound first. Answers 0; 1
 * where something stands there already or an answer is wrong, and then nothing is written.
 */
export async function policyNew(args: NewArguments, io: Output): Promise<number> {
  const say = policyNewWords(args.language);
  const desk = deskOf(args);
  const refused = await refusalOf(args, desk);
  if (refused !== null) {
    io.err(say.refused[refused[0]](refused[1]));
    return 1;
  }
  const minimal = join(args.root, "policies", "minimal");
  const scenario = join("scenarios", "primer-dia.yaml");
  const file = join(args.folder, "policy.yaml");
  const text = newPack(await readFile(join(minimal, "policy.yaml"), "utf8"), desk);
  const read = readPack(text, file, await readSharedParts());
  if ("problems" in read) {
    for (const problem of read.problems) io.err(problemLine(problem, args.language));
    return 1;
  }
  const day = newScenario(await readFile(join(minimal, scenario), "utf8"), desk.id);
  const failed = await write(
    new Map([
      [file, text],
      [join(args.folder, scenario), day],
    ]),
  );
  if (failed !== null) {
    io.err(say.refused[failed[0]](failed[1]));
    return 1;
  }
  const at = shown(args.cwd, args.folder);
  for (const one of [file, join(args.folder, scenario)]) io.out(say.written(shown(args.cwd, one)));
  for (const line of say.next({
    check: `plazo policy check ${at}`,
    test: `plazo policy test ${at}`,
    serve: serving(args),
  }))
    io.out(line);
  return 0;
}
