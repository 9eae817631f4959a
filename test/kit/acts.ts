import { PORTAL } from "./packs.ts";
import { wall } from "./rules.ts";
import { progressOf } from "../../src/core/ticket/progress.ts";
import type { Progress } from "../../src/core/ticket/ticket.ts";
import { filing, lifeUnder, message } from "./days.ts";
import type { Life } from "./days.ts";

/** When the tickets of these tests are filed, and when the desk first does something. */
export const filed = "2026-11-23 09:30";
export const later = "2026-11-23 10:00";

/** A solution that nothing is wrong with. */
export const solve = {
  do: "solve",
  cause: "Contraseña vencida",
  remedy: "Se restableció",
  message: message("m9"),
} as const;

/** A ticket that was just filed. */
export function started(policy = PORTAL): Life {
  const life = lifeUnder(policy);
  life.does(filed, filing());
  return life;
}

/** Its working state at a wall time. */
export function progress(life: Life, policy = PORTAL, now = later): Progress {
  return progressOf(life.ticket(), policy, wall(now));
}
