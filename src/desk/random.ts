import { randomBytes, randomUUID } from "node:crypto";
import type { Random } from "./effects.ts";

/** The system's own randomness. */
export const systemRandom: Random = {
  id: () => randomUUID(),
  token: () => randomBytes(16).toString("base64url"),
};
