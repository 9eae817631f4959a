import { createHmac, timingSafeEqual } from "node:crypto";
import { readFollower } from "../../store/tracker-followers.ts";
import type { FollowerRecord } from "../../store/tracker-followers.ts";
import { inDesk } from "../../store/transaction.ts";
import { deskAddress } from "../desks/hosts.ts";
import type { Plazo } from "../plazo.ts";

/**
 * The token by which somebody sees what they follow and stops following it: their id and 128 bits
 * made from the installation's secret, so that it can be said in every digest and is stored nowhere.
 */
export function followerToken(plazo: Plazo, desk: string, id: string): string {
  return `${id}.${proofOf(plazo, desk, id).toString("base64url")}`;
}

/** The address of the page that the token opens. */
export function followerAddress(plazo: Plazo, desk: string, token: string): string {
  return `${deskAddress(plazo, desk)}/seguimiento/${token}`;
}

/** Whoever the token was made for, following or not any more; `undefined` where it was made for nobody. */
export async function followerOfToken(
  plazo: Plazo,
  desk: string,
  token: string,
): Promise<FollowerRecord | undefined> {
  const parts =
    /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.([\w-]{22})$/u.exec(token);
  if (parts === null) return undefined;
  const [, id = "", said = ""] = parts;
  const given = Buffer.from(said, "base64url");
  const right = proofOf(plazo, desk, id);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  return inDesk(plazo.db, desk, (tx) => readFollower(tx, id));
}

function proofOf({ settings }: Plazo, desk: string, id: string): Buffer {
  const made = createHmac("sha256", settings.secret).update(`tracker\n${desk}\n${id}`).digest();
  return made.subarray(0, 16);
}
