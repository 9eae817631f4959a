import type { Path } from "../problem.ts";
import { laterSections } from "../schema/pack.ts";
import { listOf } from "./reading.ts";
import type { Reading } from "./reading.ts";

/** Where the pack uses something that has its place in the language and that nothing keeps yet. */
function* uses(reading: Reading): Generator<Path> {
  const { pack } = reading;
  for (const section of Object.keys(laterSections))
    if (Object.hasOwn(pack, section)) yield [section];
  if (pack.channels?.chat !== undefined) yield ["channels", "chat"];
  if (pack.people?.["third-parties"] !== undefined) yield ["people", "third-parties"];
  for (const key of ["proven", "distinct", "not"] as const) {
    if (pack.people?.requester?.[key] !== undefined) yield ["people", "requester", key];
  }
  for (const [id, form] of Object.entries(pack.forms ?? {})) {
    if (form.who !== undefined) yield ["forms", id, "who"];
    if (form.opens !== undefined) yield ["forms", id, "opens"];
  }
  for (const [id, ground] of Object.entries(pack.grounds ?? {}))
    if (ground.during !== undefined) yield ["grounds", id, "during"];
  for (const [id, clock] of Object.entries(pack.clocks ?? {}))
    if (clock.breach !== undefined) yield ["clocks", id, "breach"];
  const hours = pack.desk.hours ?? reading.names.calendars[0];
  for (const [id, kind] of Object.entries(pack.support ?? {}))
    if (kind.hours !== hours) yield ["support", id, "hours"];
  const form = pack.reopen?.instead?.new;
  if (form !== undefined && form !== reading.names.forms[0]) yield ["reopen", "instead", "new"];
  yield* tellUses(reading);
}

function* tellUses(reading: Reading): Generator<Path> {
  for (const [moment, said] of Object.entries(reading.pack.tell ?? {})) {
    if (said === undefined || said === "nothing") continue;
    for (const [i, part] of listOf(said).entries()) {
      const path = ["tell", moment, ...(Array.isArray(said) ? [i] : [])];
      if (part["in-turn"] !== undefined) yield [...path, "in-turn"];
      const chat = part.by?.findIndex((place) => place === "chat") ?? -1;
      if (chat >= 0) yield [...path, "by", chat];
    }
  }
}

/** A promise that nobody keeps is worse than none: says so at each construct that nothing acts on. */
export function sayNotKept(reading: Reading): void {
  for (const path of uses(reading))
    reading.say("not-kept-yet", { path, of: "key" }, { what: path.join(".") });
}
