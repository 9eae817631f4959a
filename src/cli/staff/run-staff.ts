import { z } from "zod";
import { roles, rolesOf } from "../../core/access/roles.ts";
import type { Role } from "../../core/access/roles.ts";
import type { Refusal } from "../../core/refusal.ts";
import { isRefusal } from "../../core/refusal.ts";
import { DAY, HOUR } from "../../core/time/instant.ts";
import { allDesks } from "../../store/desks.ts";
import { acrossDesks } from "../../store/transaction.ts";
import { resetSecondFactorAnywhere } from "../../desk/staff/change-member.ts";
import type { Changer } from "../../desk/staff/change-member.ts";
import { entryLasts, makeEntry } from "../../desk/staff/entry.ts";
import { inviteMember } from "../../desk/staff/invite.ts";
import { desksOf, listMembers } from "../../desk/staff/members.ts";
import type { Member } from "../../desk/staff/members.ts";
import { installation } from "../../desk/staff/tell-member.ts";
import { staffCliWords } from "../../words/cli/staff.ts";
import { cliWords } from "../../words/cli/words.ts";
import { staffChangeWords } from "../../words/mail/staff-change-words.ts";
import { askedOf, configOf } from "../asked.ts";
import type { Invocation, Run } from "../commands.ts";
import type { Composed } from "../compose.ts";
import { onInstallationOf } from "../mailbox/on-plazo.ts";

type Here = Pick<Composed, "plazo" | "auth">;

interface Values {
  readonly name?: string;
  readonly role?: string;
}

type Work = (here: Here, words: readonly string[], values: Values) => Promise<number | Refusal>;

const options = { name: { type: "string" }, role: { type: "string" } } as const;

/** `plazo staff list`: who works at which desk, as what. */
export const runStaffList: Run = (invocation) =>
  asked(invocation, [], async ({ plazo }) => {
    const { io, language } = invocation;
    let found = 0;
    for (const { id } of await acrossDesks(plazo.db, allDesks))
      for (const { email, name, ...place } of await listMembers(plazo, id)) {
        io.out(`${id}  ${email}  ${name}  ${rolesOf(place).join(", ")}`);
        found += 1;
      }
    if (found === 0) io.out(staffCliWords[language].none);
    return 0;
  });

/** `plazo staff link EMAIL`: lets somebody in who forgot their password; a second step is asked all the same. */
export const runStaffLink: Run = (invocation) =>
  asked(invocation, ["EMAIL"], async (here, [email = ""]) => {
    const { io, language } = invocation;
    const [member] = await placesOf(here, email);
    if (member === undefined) return (io.err(staffCliWords[language].nobody(email)), 1);
    const { userId, name } = member;
    const entry = { purpose: "sign-in", userId, name, email: member.email, grants: [] } as const;
    const { link } = await makeEntry(here.plazo, entry);
    io.out(staffCliWords[language].link(email, link, entryLasts["sign-in"] / HOUR));
    return 0;
  });

/** `plazo staff reset EMAIL`: removes somebody's second proof and ends their sessions, wherever they work. */
export const runStaffReset: Run = (invocation) =>
  asked(invocation, ["EMAIL"], async (here, [email = ""]) => {
    const { io, language } = invocation;
    const [member] = await placesOf(here, email);
    if (member === undefined) return (io.err(staffCliWords[language].nobody(email)), 1);
    const { userId } = member;
    const done = await resetSecondFactorAnywhere(here.plazo, {
      userId,
      by: whoRuns(language),
    });
    if (isRefusal(done)) return done;
    io.out(staffCliWords[language].reset(email, done.desks));
    return 0;
  });

/** `plazo staff add DESK EMAIL --name NAME --role ROLE`: a link that gives somebody a place, also at a desk that nobody administers yet. */
export const runStaffAdd: Run = (invocation) =>
  asked(invocation, ["DESK", "EMAIL"], async (here, [desk = "", email = ""], { name, role }) => {
    const { io, language } = invocation;
    const say = cliWords(language);
    if (name === undefined) return (io.err(say.missingArgument("--name")), 2);
    if (role === undefined) return (io.err(say.missingArgument("--role")), 2);
    if (!isRole(role)) return (io.err(staffCliWords[language].unknownRole(role, roles)), 2);
    if (!z.email().max(254).safeParse(email).success) return (io.err(say.wrongOption(email)), 2);
    const invited = { name, email, role, also: [], level: null, party: null };
    const made = await inviteMember(here.plazo, { desk, by: whoRuns(language) }, invited);
    if (isRefusal(made)) return made;
    const days = entryLasts.invitation / DAY;
    io.out(staffCliWords[language].invited({ email, desk }, made.link, days));
    return 0;
  });

/** What somebody with this address is at every desk; none where they work at none. */
async function placesOf({ plazo, auth }: Here, email: string): Promise<readonly Member[]> {
  const found = await auth.find(email);
  return found === null ? [] : desksOf(plazo, found.userId);
}

/** Who does it: nobody of a desk. */
function whoRuns(language: Invocation["language"]): Changer {
  return { id: installation, name: staffChangeWords[language].installation };
}

function isRole(text: string): text is Role {
  return roles.some((role) => role === text);
}

async function asked(
  invocation: Invocation,
  names: readonly string[],
  work: Work,
): Promise<number> {
  const read = askedOf(invocation, options, names);
  if (read === null) return 2;
  const { positionals, values } = read;
  const config = configOf(invocation);
  if (config === null) return 2;
  return onInstallationOf(invocation, config, (here) => work(here, positionals, values as Values));
}
