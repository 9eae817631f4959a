import { execute, queryOne, statement } from "../query.ts";
import { deskOf } from "../append.ts";
import type { Transaction } from "../transaction.ts";

/** Of whom a desk asks a second proof: of the roles that always must give one, or of everybody. */
export type AskedOf = "roles" | "everybody";

const anywhere = statement(
  "desk.asksEverybody",
  "select true as found from plazo.desk where id = any($1) and second_factor = 'everybody' limit 1",
);
const read = statement(
  "desk.secondFactor",
  `select second_factor as "askedOf" from plazo.desk where id = $1`,
);
const write = statement(
  "desk.askSecondFactor",
  "update plazo.desk set second_factor = $2 where id = $1",
);

/** Whether any of these desks asks everybody for a second proof; across desks. */
export async function asksEverybody(tx: Transaction, desks: readonly string[]): Promise<boolean> {
  return (await queryOne<{ found: boolean }>(tx, anywhere, [desks])) !== undefined;
}

/** Of whom the desk asks a second proof. */
export async function secondFactorAsked(tx: Transaction): Promise<AskedOf> {
  return (await queryOne<{ askedOf: AskedOf }>(tx, read, [deskOf(tx)]))?.askedOf ?? "roles";
}

/** Sets of whom the desk asks a second proof. */
export async function askSecondFactor(tx: Transaction, of: AskedOf): Promise<void> {
  await execute(tx, write, [deskOf(tx), of]);
}
