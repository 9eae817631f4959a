import { readFileAside } from "../../store/policy-set-aside.ts";
import type { FileAside } from "../../store/policy-set-aside.ts";
import { inDesk } from "../../store/transaction.ts";
import type { Plazo } from "../plazo.ts";

/** The pack's file that differs from what is published in the workspace; null: there is none. */
export function setAside(plazo: Plazo, desk: string): Promise<FileAside | null> {
  return inDesk(plazo.db, desk, async (tx) => (await readFileAside(tx)) ?? null);
}
