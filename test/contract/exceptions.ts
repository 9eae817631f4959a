import type { Obligation } from "./obligations.ts";
import { has } from "./ways.ts";
import type { Way } from "./ways.ts";
import type { World } from "./world.ts";

/** What a way cannot keep, by its nature, and why. */
export interface Exception {
  readonly obligation: string;
  readonly way: string;
  readonly reason: string;
}

const spoken = "whoever telephones speaks to an agent, whose words about the call are the desk's";
const forPrograms =
  "a program files for a client; what the client goes on to say comes by their own link or mail";
const spokenFor =
  "who files is known by a sign-in, and has heard the requester or answers for them";

/** What ways cannot keep by their nature. */
export const exceptions: readonly Exception[] = [
  ...[
    "adds what is answered to its ticket, once, as the requester's words",
    "after the end is not opened again behind the manual's back, and nothing that is written then is lost",
    "reaches no ticket of another desk: nothing is found there, and nothing is changed here",
  ].flatMap((obligation) => [
    { obligation, way: "the telephone", reason: spoken },
    { obligation, way: "the API with a token", reason: forPrograms },
  ]),
  ...["the telephone", "the API with a token"].map((way) => ({
    obligation: "holds whoever is not registered, tells them so, and promises nothing (FI-2)",
    way,
    reason: spokenFor,
  })),
  {
    obligation: "holds whoever is not registered, tells them so, and promises nothing (FI-2)",
    way: "the portal",
    reason: "nobody signs in with an address that the desk has not registered: no code leaves",
  },
  ...["mail by SMTP", "mail by IMAP"].map((way) => ({
    obligation:
      "says what is wrong with it by its field, in the requester's language, keeps what was typed, and files nothing",
    way,
    reason:
      "a mail was written to no form: it is taken, and its acknowledgement asks for what the form asks for besides",
  })),
];

/** Whether an obligation is owed by a way at a desk; why not. */
export function contractOf(
  world: World,
  way: Way,
  obligation: Obligation,
): { readonly is: "owed" } | { readonly is: "not-owed"; readonly reason: string } {
  if (!has(world, way))
    return { is: "not-owed", reason: "the manual opens no such way to a first word" };
  const exception = exceptions.find(
    (one) => one.way === way.name && one.obligation === obligation.name,
  );
  const reason = exception?.reason ?? obligation.of?.(world, way) ?? null;
  return reason === null ? { is: "owed" } : { is: "not-owed", reason };
}
