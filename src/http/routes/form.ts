import { Hono } from "hono";
import type { Context } from "hono";
import type { FormRule } from "../../core/policy/form-rule.ts";
import type { Policy } from "../../core/policy/policy.ts";
import { inLanguage } from "../../core/policy/text.ts";
import { isRefusal } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { readByHint } from "../../desk/policies/current-policy.ts";
import type { Client } from "../../desk/clients/session.ts";
import { listUploads, newSession } from "../../desk/files/keep-upload.ts";
import { readKept, uuidOf } from "../../desk/invoices/note-invoices.ts";
import { addToOpen } from "../../desk/tickets/add-to-open.ts";
import { requestLink } from "../../desk/tickets/request-link.ts";
import { fileTicket, readFiling } from "../../desk/tickets/file-ticket.ts";
import type { Filed, Filing } from "../../desk/tickets/file-ticket.ts";
import { style } from "../../site/assets.ts";
import { formPage } from "../../site/form/form.ts";
import { control } from "../../site/form/names.ts";
import { acceptedBy, answersOf } from "../../site/form/answers.ts";
import type { FormError, FormState } from "../../site/form/state.ts";
import { knownAnswers } from "../../site/form/who.ts";
import { hrefFor } from "../../site/reader.ts";
import type { Reader } from "../../site/reader.ts";
import { formErrorOf } from "../../site/say-refusal.ts";
import { sayXml } from "../../words/cfdi.ts";
import { formWords } from "../../words/site/form.ts";
import { firstOf, receiveForm, saidBy } from "../arriving.ts";
import type { Arrived } from "../arriving.ts";
import type { FormValues } from "../../channels/web-form/read-form.ts";
import { clientHere } from "../client/client-here.ts";
import { enterFirst, filledFor, signedInAs, writtenBefore } from "../client/signed-in.ts";
import { deskOf } from "../desk-of.ts";
import type { DeskHere } from "../desk-of.ts";
import type { Env } from "../env.ts";
import { readerOf } from "../language.ts";
import { helpFor, noteSent, noteShown } from "../form-help.ts";
import type { FormHelp } from "../form-help.ts";
import { fileLimits } from "../parts.ts";
import type { SiteParts } from "../parts.ts";
import { networkOf } from "../peer.ts";
import { problem, refusedStatus } from "../problems.ts";

/** `/d/<desk>/ayuda` and `/d/<desk>/ayuda/<form>`: asking for help. A GET shows the form; a POST files a ticket once. */
export function formRoutes(parts: SiteParts): Hono<Env> {
  const app = new Hono<Env>();
  for (const path of ["/d/:desk/ayuda", "/d/:desk/ayuda/:form"]) {
    app.get(path, (context) => show(context, parts));
    app.post(path, (context) => file(context, parts));
  }
  // A buying company's own address (HB-8): the form, with its portal known.
  app.get("/d/:desk/p/:portal/ayuda", async (context) => {
    const { portal } = context.req.param();
    const desk = await deskOf(context, parts);
    if (desk === null || !/^[a-z0-9][a-z0-9-]{0,62}$/u.test(portal))
      return problem(context, "not-found");
    return context.redirect(hrefFor(desk.reader, `/d/${desk.id}/ayuda`, { portal }), 302);
  });
  return app;
}

function formOf(context: Context<Env>, policy: Policy): FormRule | undefined {
  const wanted = context.req.param("form");
  const forms = policy.forms.filter(({ on }) => on.includes("form"));
  return wanted === undefined ? forms[0] : forms.find(({ id }) => id === wanted);
}

async function show(context: Context<Env>, parts: SiteParts): Promise<Response> {
  const desk = await deskOf(context, parts);
  const form = desk === null ? undefined : formOf(context, desk.bound.policy.policy);
  if (desk === null || form === undefined) return problem(context, "not-found");
  const client = await clientHere(context, parts.plazo);
  const known = client === null ? {} : filledFor(form, client);
  const before = await writtenBefore(context, parts, { desk: desk.id, form: form.id });
  const state: FormState = before ?? {
    values: { ...chosenIn(form, context.req.query("tipo")), ...known },
    kept: [],
    errors: [],
    submission: parts.plazo.effects.random.token(),
    portal: portalAddress(desk, context.req.query("portal")),
    cites: context.req.query("cita")?.slice(0, 40) ?? null,
    tries: 0,
  };
  const help = await helpFor(parts, desk, { form, state, offers: before !== null });
  // On a slow line its style is asked for while the page is still on its way (HTML, "Processing Link headers").
  context.header("Link", `</assets/${style.name}>; rel=preload; as=style`);
  keptForTheWayBack(context);
  return context.html(draw(desk, form, { state, client, help }));
}

/**
 * Who goes back finds this very page with its token, and sends the form again, not another one: a page
 * that is not stored would come anew (RFC 9111 §6, history lists). What is sent goes to an address of
 * its own, for a POST makes a browser forget what it keeps of the same address (§4.4).
 */
function keptForTheWayBack(context: Context<Env>): void {
  context.header("Cache-Control", "private, no-cache");
}

/** The answer that a link chose already ("?tipo=contrasena"), in whichever list has it. */
function chosenIn(form: FormRule, wanted: string | undefined): Readonly<Record<string, string>> {
  const field = form.fields.find(({ options }) => options.some(({ value }) => value === wanted));
  return field === undefined || wanted === undefined ? {} : { [field.id]: wanted };
}

function draw(
  { reader, bound, here }: DeskHere,
  form: FormRule,
  {
    state,
    client,
    help,
  }: {
    readonly state: FormState;
    readonly client: Client | null;
    readonly help: FormHelp;
  },
): ReturnType<typeof formPage> {
  const { policy } = bound.policy;
  return formPage({
    reader,
    policy,
    calendars: bound.calendars,
    here,
    form,
    state,
    limits: fileLimits,
    help,
    ...(client === null ? {} : { signedIn: signedInAs(client) }),
  });
}

/** The address of the buying company's own portal, where the link gives only its name (HB-8). */
function portalAddress(desk: DeskHere, written: string | undefined): string | null {
  const portal = written?.trim().slice(0, 300) ?? "";
  if (portal === "") return null;
  const pattern = desk.bound.policy.policy.desk.portal;
  const isName = /^[a-z0-9][a-z0-9-]{0,62}$/iu.test(portal);
  return isName && pattern !== null ? pattern.replace("{portal}", portal.toLowerCase()) : portal;
}

/** Reads by the policy in memory, so that filing is one transaction; it is checked again inside it. */
async function file(context: Context<Env>, parts: SiteParts): Promise<Response> {
  const { plazo } = parts;
  const id = context.req.param("desk") ?? "";
  const hint = parts.serves(id)
    ? await readByHint(plazo, id, {
        read: (policy) => ({ form: formOf(context, policy) }),
        refuses: ({ form }) => form === undefined,
      })
    : null;
  const form = hint === null || isRefusal(hint) ? undefined : hint.read.form;
  if (form === undefined) return problem(context, "not-found");
  const accepts = acceptedBy(form);
  const heard = (said: FormValues): void => context.set("sent", said);
  const received = await receiveForm(context.req.raw, { plazo, desk: id, accepts, heard });
  if (isRefusal(received)) {
    const { language } = readerOf(context);
    const label = form.fields.find(({ id }) => id === received.field)?.label;
    const named = label === undefined ? {} : { field: inLanguage(label, language) };
    return problem(context, received.refused, named);
  }
  const arrived = await withKeptRead(plazo, received);
  context.set("sent", saidBy(arrived));
  const reader = readerOf(context, firstOf(arrived.values, control.language));
  const client = await clientHere(context, plazo);
  const sending = { desk: id, reader, form, arrived, client };
  if (firstOf(arrived.values, control.enter) !== undefined) {
    const { state } = writtenIn(sending);
    return enterFirst(context, parts, { desk: id, form: form.id, state, reader });
  }
  // Whoever has no script sees here what is in the invoice, before there is a ticket.
  if (firstOf(arrived.values, control.check) !== undefined) {
    const { state } = writtenIn(sending);
    const errors = arrived.refusals.map((refusal) => formErrorOf(refusal, reader.language));
    const status = errors.length > 0 ? refusedStatus(context, arrived) : 200;
    const checked = { ...state, errors };
    return sendBack(context, parts, { reader, form, state: checked, client, status });
  }
  const outcome = await tryToFile(context, parts, sending);
  if (!("errors" in outcome))
    await noteSent(context, plazo, { desk: id, submission: arrived.submission });
  if ("added" in outcome) {
    const to = hrefFor(reader, `/d/${id}/seguir`, { agregado: outcome.added });
    return context.redirect(to, 303);
  }
  if ("errors" in outcome) {
    const status = refusedStatus(context, arrived);
    return sendBack(context, parts, { reader, form, state: outcome, client, status });
  }
  if (!outcome.repeated) parts.metrics.filed(id, "form");
  const own = `cuenta/t/${encodeURIComponent(outcome.folio)}`;
  const to = `/d/${id}/${client === null ? `t/${outcome.capability}` : own}`;
  return context.redirect(hrefFor(reader, to, { registrado: outcome.acknowledged }), 303);
}

/** The invoices that an earlier try brought are read again: what is wrong with them is said each time. */
async function withKeptRead(plazo: SiteParts["plazo"], arrived: Arrived): Promise<Arrived> {
  const before = arrived.kept.filter(({ id }) => !arrived.readings.has(id));
  const again = await readKept(plazo, before);
  return again.size === 0
    ? arrived
    : { ...arrived, readings: new Map([...again, ...arrived.readings]) };
}

/** The UUIDs of the invoices that a form brings. */
function invoicesOf({ kept, readings }: Arrived): readonly string[] {
  const uuids = kept.flatMap(({ id }) => {
    const reading = readings.get(id);
    return reading === undefined ? [] : (uuidOf(reading) ?? []);
  });
  return [...new Set(uuids)];
}

async function sendBack(
  context: Context<Env>,
  parts: SiteParts,
  {
    reader,
    form,
    state,
    client,
    status,
  }: {
    readonly reader: Reader;
    readonly form: FormRule;
    readonly state: FormState;
    readonly client: Client | null;
    readonly status: 200 | 422 | 503;
  },
): Promise<Response> {
  const desk = await deskOf(context, parts, reader.chosen ? reader.language : undefined);
  if (desk === null) return problem(context, "not-found");
  const help = await helpFor(parts, desk, { form, state, offers: true });
  await noteShown(context, parts.plazo, {
    ...{ desk: desk.id, form: form.id, help },
    answers: state.values,
  });
  keptForTheWayBack(context);
  return context.html(draw(desk, form, { state, client, help }), status);
}

interface Sending {
  readonly desk: string;
  readonly reader: Reader;
  readonly form: FormRule;
  readonly arrived: Arrived;
  readonly client: Client | null;
}

/** What a form says, with what is known of whoever is signed in in place of what they are not asked. */
function writtenIn({ reader, form, arrived, client }: Sending) {
  const { values, submission, kept } = arrived;
  const { fields: said, uploads } = answersOf(form, values, kept);
  const fields = client === null ? said : { ...said, ...knownAnswers(form, signedInAs(client)) };
  const portal = firstOf(values, control.portal) ?? null;
  const cites = firstOf(values, control.cites)?.trim().slice(0, 40) || null;
  const tries = Math.min(9, Math.trunc(Number(firstOf(values, control.tries) ?? "0")) || 0);
  const shown = kept.map((one) => {
    const reading = arrived.readings.get(one.id);
    return reading === undefined ? one : { ...one, reading: sayXml(reading, reader.language) };
  });
  const urgency = firstOf(values, control.urgency)?.slice(0, 60) || null;
  const present = firstOf(values, control.present) ?? "";
  const written = { values: fields, kept: shown, submission, portal, cites, tries };
  return { fields, uploads, state: { ...written, errors: [], urgency, present } };
}

async function tryToFile(
  context: Context<Env>,
  { plazo }: SiteParts,
  sending: Sending,
): Promise<Filed | FormState | { readonly added: string }> {
  const { desk, reader, form, arrived, client } = sending;
  const { language } = reader;
  const { values, submission } = arrived;
  const { fields, uploads, state } = writtenIn(sending);
  const { portal, cites, tries, urgency, present } = state;
  const filing: Filing = {
    form: form.id,
    channel: "form",
    fields,
    uploads,
    invoices: invoicesOf(arrived),
    language,
    portal,
    source: networkOf(context),
    submission,
    tries,
    sameProblem: firstOf(values, control.other) === undefined ? "unasked" : "denied",
    ...(cites === null ? {} : { cites }),
    ...(urgency === null ? {} : { urgency }),
    ...(present === "" ? {} : { present: present === "aqui" }),
    ...(client === null ? {} : { signedIn: { person: client.person.id, fresh: client.fresh } }),
  };
  const early = earlyErrors(arrived, language);
  if (early.length > 0) {
    const others = await otherRefusals(plazo, { desk, filing, arrived });
    const errors = [...early, ...others.map((refusal) => formErrorOf(refusal, language))];
    return { ...state, errors };
  }
  const added = firstOf(values, control.add);
  if (added !== undefined) {
    const done = await addToOpen(plazo, desk, { filing, folio: added });
    if ("folio" in done) {
      await mailLink(plazo, desk, { folio: done.folio, filing, form });
      return { added: done.folio };
    }
    return { ...state, errors: done.map((refusal) => formErrorOf(refusal, language)) };
  }
  const filed = await fileTicket(plazo, desk, filing);
  if (!isRefusals(filed)) return filed;
  const same = filed.find(
    ({ refused }) => refused === "case-probably-open" || refused === "case-open",
  );
  if (same !== undefined) return { ...state, errors: [], sameProblem: offerOf(same) };
  const vague = filed.some(({ refused }) => refused === "subject-vague");
  const errors = filed.map((refusal) => formErrorOf(refusal, language));
  const next = await nextSubmission(plazo, desk, { filed, arrived });
  // What went with the first ticket is that ticket's; the new one brings its own.
  const left = next === submission ? null : await listUploads(plazo, desk, next);
  const kept = state.kept.filter(({ id }) => left?.some((one) => one.id === id) ?? true);
  return { ...state, kept, submission: next, errors, tries: vague ? tries + 1 : tries };
}

/** What is wrong besides the files that were refused, which are not said to be missing as well. */
async function otherRefusals(
  plazo: SiteParts["plazo"],
  {
    desk,
    filing,
    arrived,
  }: { readonly desk: string; readonly filing: Filing; readonly arrived: Arrived },
): Promise<readonly Refusal[]> {
  const read = await readFiling(plazo, desk, filing);
  if ("intake" in read) return [];
  const said = new Set(arrived.refusals.map(({ field = "" }) => `fields.${field}`));
  return read.filter(({ field = "" }) => !said.has(field));
}

/** The token to send the form with next: a new one where its own has made a ticket of other contents. */
async function nextSubmission(
  plazo: SiteParts["plazo"],
  desk: string,
  {
    filed,
    arrived: { submission, kept },
  }: { readonly filed: readonly Refusal[]; readonly arrived: Arrived },
): Promise<string> {
  if (!filed.some(({ refused }) => refused === "submission-reused")) return submission;
  return newSession(plazo, desk, { session: submission, ids: kept.map(({ id }) => id) });
}

/** The tickets that a refusal offers to add to. */
function offerOf({ refused, facts }: Refusal): NonNullable<FormState["sameProblem"]> {
  const folios = String(facts?.["folios"] ?? "").split(" ");
  return { folios: folios.slice(0, 3), mayOpen: refused === "case-probably-open" };
}

/** The link to the ticket goes to the address that was written, where it is the ticket's own. */
async function mailLink(
  plazo: SiteParts["plazo"],
  desk: string,
  {
    folio,
    filing,
    form,
  }: { readonly folio: string; readonly filing: Filing; readonly form: FormRule },
): Promise<void> {
  const contact = form.fields.find(({ kind }) => kind === "contact-email");
  const address = contact === undefined ? undefined : filing.fields[contact.id];
  if (address !== undefined)
    await requestLink(plazo, desk, { folio, address, source: filing.source });
}

function isRefusals(outcome: Filed | readonly Refusal[]): outcome is readonly Refusal[] {
  return Array.isArray(outcome);
}

/** What is wrong before the desk is asked: refused files, and the trap for machines filled in. */
function earlyErrors({ values, refusals }: Arrived, language: "es" | "en"): readonly FormError[] {
  const trapped = (firstOf(values, control.trap) ?? "") !== "";
  const trap = trapped ? [{ field: null, text: formWords[language].trapped }] : [];
  return [...trap, ...refusals.map((refusal) => formErrorOf(refusal, language))];
}
