import type { Path } from "../problem.ts";
import { laterSections } from "../schema/pack.ts";
import { unkeptProcedures } from "./procedures.ts";
import type { Reading } from "./reading.ts";
import { unkeptTurns } from "./tell.ts";

/** Where the pack uses something that has its place in the language and that nothing keeps yet. */
function* uses(reading: Reading): Generator<Path> {
  const { pack } = reading;
  for (const section of Object.keys(laterSections))
    if (Object.hasOwn(pack, section)) yield [section];
  // One requester is one person: a different one for each role is for those who approve.
  if (pack.people?.requester?.distinct !== undefined) yield ["people", "requester", "distinct"];
  for (const [id, form] of Object.entries(pack.forms ?? {})) {
    if (typeof form.who === "object" && "distinct" in form.who)
      yield ["forms", id, "who", "distinct"];
  }
  const { calendars } = reading.names;
  const hours = pack.desk.hours ?? calendars[0];
  for (const [id, kind] of Object.entries(pack.support ?? {}))
    if (kind.hours !== hours && calendars.includes(kind.hours)) yield ["support", id, "hours"];
  yield* unkeptProcedures(reading);
  yield* unkeptTurns(reading);
}

/** A promise that nobody keeps is worse than none: says so at each construct that nothing acts on. */
export function sayNotKept(reading: Reading): void {
  for (const path of uses(reading))
    reading.say("not-kept-yet", { path, of: "key" }, { what: path.join(".") });
}
