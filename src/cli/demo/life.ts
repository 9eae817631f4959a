import { createReadStream } from "node:fs";
import { join } from "node:path";
import { isRefusal } from "../../core/refusal.ts";
import { HOUR, MINUTE } from "../../core/time/instant.ts";
import type { Instant } from "../../core/time/instant.ts";
import { keepUpload } from "../../desk/files/keep-upload.ts";
import type { Upload } from "../../desk/files/keep-upload.ts";
import { proveAsClient } from "../../desk/proof/as-client.ts";
import { codeFor } from "../../desk/proof/code.ts";
import { admit } from "../../desk/tickets/admit.ts";
import { withdrawAsClient } from "../../desk/tickets/as-client.ts";
import { fileTicket } from "../../desk/tickets/file-ticket.ts";
import type { Filed, Filing } from "../../desk/tickets/file-ticket.ts";
import { contact } from "./contact.ts";
import type { RequestKind } from "./script.ts";
import { agentAt, firstLevel, mailedTo, opened, placeOf, promisedContact } from "./stage.ts";
import type { Life, Stage } from "./stage.ts";

/** Files a request now and plans what becomes of it. */
export async function planLife(stage: Stage, at: Instant): Promise<void> {
  const { chance, agenda } = stage;
  const request = chance.pickWeighted(stage.script.cases);
  const agent = agentAt(stage, firstLevel(stage));
  const filed = await file(stage, request, agent);
  if (filed === null) return;
  stage.filed += 1;
  const life: Life = { stage, request, filed, agent };
  if (filed.ticket.held !== null) return planAdmission(life, at);
  if (chance.happens(0.03)) {
    agenda.plan(
      at + chance.between(5, 90) * MINUTE,
      async () => void (await withdrawAsClient(stage.plazo, opened(life))),
    );
    return;
  }
  planContact(life, at);
}

/** What is held is taken in when its requester shows the code, or when somebody of the desk admits it. */
function planAdmission(life: Life, at: Instant): void {
  const { stage, request, filed, agent: by } = life;
  const { plazo, chance, agenda } = stage;
  const { admitted, proven } = request;
  if (chance.happens(0.25)) return;
  if (proven) {
    const provenAt = at + chance.between(2, 12) * MINUTE;
    const code = codeFor(plazo, mailedTo(life), filed.now);
    agenda.plan(provenAt, async () => {
      const done = await proveAsClient(plazo, opened(life), code);
      if (!isRefusal(done)) planContact(life, provenAt);
    });
  } else if (admitted !== undefined) {
    const admittedAt = stage.inHours(at, chance.between(2, 30) * HOUR);
    agenda.plan(admittedAt, async () => {
      const done = await admit(plazo, placeOf(life), { by, note: admitted });
      if (!isRefusal(done)) planContact(life, admittedAt);
    });
  }
}

/** Whoever takes a call down has made contact soon after; of the rest, some wait too long. */
function planContact(life: Life, at: Instant): void {
  const { stage, request } = life;
  const { chance, agenda, inHours } = stage;
  const share = chance.happens(0.14) ? chance.between(0.9, 1.6) : chance.between(0.04, 0.85);
  const length =
    request.channel === "phone"
      ? chance.between(2, 9) * MINUTE
      : share * promisedContact(stage, request.severity);
  // What is only done outside hours is done outside them.
  const contactAt =
    request.charge !== undefined && inHours(at, 0) > at
      ? at + chance.between(10, 50) * MINUTE
      : inHours(at, length);
  agenda.plan(contactAt, () => contact(life, contactAt));
}

/** Null: the desk does not take it as it is (the same case is open, a ground is closed now). */
async function file(
  stage: Stage,
  request: RequestKind,
  agent: Life["agent"],
): Promise<Filed | null> {
  const { plazo, desk, script, chance } = stage;
  const submission = plazo.effects.random.token();
  const { channel, urgency, present } = request;
  const fields = answersTo(stage, request);
  const filing: Filing = {
    form: request.form,
    channel,
    fields,
    uploads: await keepFiles(stage, request, submission),
    language: "es",
    portal: script.portals.length === 0 ? null : chance.pickWeighted(script.portals).portal,
    source: "192.0.2.10",
    submission,
    sameProblem: "unasked",
    ...(channel === "phone" ? { by: agent } : {}),
    ...(channel === "mail" ? { mail: { subject: request.subject ?? "" } } : {}),
    ...(urgency === undefined ? {} : { urgency: urgency.ground }),
    ...(present === undefined ? {} : { present }),
  };
  const filed = await fileTicket(plazo, desk, filing);
  if ("folio" in filed) return filed;
  if (filed.every(({ refused }) => passing.has(refused))) return null;
  throw new Error(`the demonstration's request is refused: ${JSON.stringify(filed)}`);
}

/** What may happen to a request that is sound: it is not filed this time. */
const passing: ReadonlySet<string> = new Set(["case-probably-open", "case-open", "ground-closed"]);

/** What the request says, and of what its requester says of themselves that which the form asks for. */
function answersTo(
  { policy, script, chance }: Stage,
  { form, fields, from }: RequestKind,
): Readonly<Record<string, string>> {
  const rule = policy.forms.find(({ id }) => id === form);
  const mail = rule?.fields.find(({ kind }) => kind === "contact-email")?.id ?? "";
  // Who was not trained asks only what is meant to be held for that.
  const untrained = new Set(script.contacts.filter((one) => one.trained === false).map(addressOf));
  const may = script.requesters.filter(({ [mail]: address = "" }) =>
    from === undefined ? !untrained.has(address) : address === from,
  );
  const asked = new Set(rule?.fields.map(({ id }) => id));
  const known = Object.entries(chance.pick(may)).filter(([id]) => asked.has(id));
  return { ...Object.fromEntries(known), ...fields };
}

const addressOf = ({ address }: { readonly address: string }): string => address;

async function keepFiles(
  { plazo, desk, folder }: Stage,
  request: RequestKind,
  session: string,
): Promise<Pick<Upload, "id" | "field">[]> {
  const kept = [];
  for (const [field, name] of Object.entries(request.files)) {
    const content: AsyncIterable<Uint8Array> = createReadStream(join(folder, name));
    const upload = await keepUpload(plazo, desk, {
      session,
      field,
      name,
      accept: ["xml", "pdf", "image", "text"],
      content,
    });
    if (isRefusal(upload))
      throw new Error(`the demonstration's file ${name} is refused: ${upload.refused}`);
    kept.push({ id: upload.id, field });
  }
  return kept;
}
