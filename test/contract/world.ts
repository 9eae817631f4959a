import { calendarsOf } from "../../src/core/policy/bind.ts";
import type { Field, FormRule } from "../../src/core/policy/form-rule.ts";
import { formForMail } from "../../src/core/intake/from-mail.ts";
import type { Policy } from "../../src/core/policy/policy.ts";
import { isRefusal } from "../../src/core/refusal.ts";
import { takeInMail } from "../../src/channels/email/take-in.ts";
import { startReceiver } from "../../src/channels/email/smtp/receive.ts";
import type { Receiver } from "../../src/channels/email/smtp/receive.ts";
import { openDesk } from "../../src/desk/desks/open-desk.ts";
import { setContact } from "../../src/desk/register/contacts.ts";
import { setPortalOwner } from "../../src/desk/register/portal-owners.ts";
import { openLive } from "../../src/http/live/live.ts";
import type { Live } from "../../src/http/live/live.ts";
import { openTestApi } from "../kit/api.ts";
import type { TestApi } from "../kit/api.ts";
import { nobody } from "../kit/arriving.ts";
import { browse } from "../kit/browse.ts";
import type { Browser } from "../kit/browse.ts";
import { openTestDesk } from "../kit/desk.ts";
import type { TestDesk } from "../kit/desk.ts";
import { filledField } from "../kit/filled-field.ts";
import { addTestMailbox } from "../kit/mailboxes.ts";

/** The packs whose rules the channels are held against. */
export const packs = [
  "hib2b",
  "factura-inteligente",
  "cfd-connect",
  "interfactura",
  "erp-clubes",
] as const;

/** Friday 20 November 2026, 10:00 in Mexico City: within the hours of every desk. */
export const friday = Date.parse("2026-11-20T16:00:00Z");

/** A desk with every way in open, and another desk beside it. */
export interface World {
  readonly test: TestDesk;
  /** The id of another desk of the same installation. */
  readonly other: string;
  readonly site: Browser;
  readonly live: Live;
  readonly api: TestApi;
  /** An agent's cookie, and the token of a program that files. */
  readonly agent: string;
  readonly program: string;
  readonly smtp: Receiver;
  /** Where mail reaches the desk. */
  readonly mailbox: string;
  close(): Promise<void>;
}

/** Opens the desk of a pack. */
export async function openWorld(pack: string): Promise<World> {
  const test = await openTestDesk(pack, new Date(friday).toISOString(), {
    mailReplyTo: mailboxOf(pack),
  });
  const { plazo, desk, policy } = test;
  const other = `${desk}-2`;
  await openDesk(plazo, { policy: { ...policy, desk: { ...policy.desk, id: other } }, source: "" });
  const mailbox = mailboxOf(pack);
  await addTestMailbox(test, 1, { address: mailbox, connection: null });
  await addTestMailbox({ plazo, desk: other }, 1, { address: `otra-${mailbox}`, connection: null });
  const smtp = await startReceiver({
    plazo,
    takeIn: (arriving) => takeInMail(plazo, arriving, nobody),
    host: "127.0.0.1",
    port: 0,
    name: "plazo.example.com",
    tls: null,
    desks: null,
    onFault: (fault) => {
      throw fault;
    },
  });
  if (isRefusal(smtp)) throw new Error(JSON.stringify(smtp));
  const live = openLive(plazo);
  const site = browse(test, { live });
  const api = openTestApi(test);
  return {
    ...{ test, other, site, live, api, smtp, mailbox },
    agent: await api.person("Ximena", "agent"),
    program: await api.program("ERP", ["tickets:read", "tickets:write"]),
    async close() {
      await smtp.stop();
      await live.close();
      await api.close();
      await test.close();
    },
  };
}

const mailboxOf = (pack: string): string => `mesa@${pack}.example.com`;

let people = 0;

/** Somebody whom the desk hears: their address is registered. */
export async function somebody({ test }: World): Promise<string> {
  const address = `persona-${(people += 1)}@cliente.example.com`;
  await setContact(test.plazo, test.desk, {
    ...{ address, name: "Ana Ejemplo", organisation: null },
    ...{ role: "representante-legal", trained: true },
  });
  return address;
}

/** Somebody who is in no register. */
export const stranger = (): string => `nadie-${(people += 1)}@cliente.example.com`;

/** Registers the owner of a portal whose support is over; gives the portal's address. */
export async function expiredPortal({ test }: World): Promise<string> {
  const portal = `https://vencida-${(people += 1)}.${test.desk}.example.com`;
  await setPortalOwner(test.plazo, test.desk, {
    ...{ portal, organisation: "Empresa Vencida", rfc: null, plan: null },
    paidUntil: friday - 86_400_000,
  });
  return portal;
}

/** The form that a channel's requests are written to. */
export function formFor(policy: Policy, channel: string): FormRule {
  const form =
    channel === "mail"
      ? formForMail(policy, null)
      : (policy.forms.find(({ on }) => on.includes(channel === "api" ? "form" : channel)) ??
        policy.forms[0]);
  if (form === null || form === undefined) throw new Error(`no form is taken by ${channel}`);
  return form;
}

/** What somebody who does as the form says writes, and the fields that want a file. */
export interface Filled {
  readonly fields: Readonly<Record<string, string>>;
  readonly files: readonly string[];
}

/** Fills a form in, as its first answers ask for; its words are the request's own. */
export function fill(
  form: FormRule,
  { address, text }: { readonly address: string; readonly text: string },
): Filled {
  const fields: Record<string, string> = {};
  const files: string[] = [];
  const asked = new Set<string>();
  for (const field of form.fields) {
    if (!field.required && field.kind !== "contact-email" && field.kind !== "text") continue;
    if (field.onlyWhenAsked && !asked.has(field.id)) continue;
    for (const id of field.options[0]?.asks ?? []) asked.add(id);
    if (field.kind === "files") files.push(field.id);
    else fields[field.id] = valueOf(field, { address, text, named: namedBy(form, field, fields) });
  }
  return { fields, files };
}

/** What a subject is to name (RD-4): the answers to other fields, as the form words them. */
function namedBy(
  form: FormRule,
  { subject }: Field,
  fields: Readonly<Record<string, string>>,
): string {
  return (subject?.of ?? [])
    .map((id) => {
      const options = form.fields.find((field) => field.id === id)?.options ?? [];
      return options.find(({ value }) => value === fields[id])?.label.es ?? fields[id] ?? "";
    })
    .join(", ");
}

interface Writing {
  readonly address: string;
  readonly text: string;
  readonly named: string;
}

function valueOf(field: Field, { address, text, named }: Writing): string {
  if (field.kind === "text") return text;
  if (named !== "") return named.slice(0, field.maxLength);
  return (filledField(field, address) ?? "").slice(0, field.maxLength);
}

/** A field that takes a file whatever the answers, if the form has one. */
export function anyFileField(form: FormRule): string | null {
  return (
    form.fields.find(({ kind, onlyWhenAsked }) => kind === "files" && !onlyWhenAsked)?.id ?? null
  );
}

/** The calendars of a pack as it was published. */
export const calendarsFor = (policy: Policy) => calendarsOf(policy, []);
