import { browse, filledIn } from "./browse.ts";
import type { Browser, Page } from "./browse.ts";
import { openTestDesk } from "./desk.ts";
import type { TestDesk } from "./desk.ts";
import { isRefusal } from "../../src/core/refusal.ts";
import { byItself } from "../../src/desk/register/by.ts";
import { setContact, writeContactPerson } from "../../src/desk/register/contacts.ts";
import { ticketForStaff } from "../../src/desk/tickets/for-staff.ts";
import type { StaffView } from "../../src/desk/tickets/for-staff.ts";
import { contactPersonAt } from "../../src/store/contacts.ts";
import type { ContactPersonRecord } from "../../src/store/contacts.ts";
import { inDesk } from "../../src/store/transaction.ts";

/** Where the pages of the clients' desk stand. */
export const root = "/d/factura-inteligente";

/** A client's browser: it keeps its cookies. */
export interface Jar {
  readonly cookies: Map<string, string>;
  headers(): Record<string, string>;
  get(path: string): Promise<Page>;
  post(path: string, form: FormData | URLSearchParams): Promise<Page>;
}

/**
 * A desk with clients who sign in: of one organisation "legal@" (its legal representative, who reads
 * all its tickets) and "compras@", of another "ajena@".
 */
export interface ClientsDesk {
  readonly desk: TestDesk;
  readonly browser: Browser;
  /** A browser that knows nothing yet. */
  jar(): Jar;
  /** A browser in which whoever has the address has just signed in. */
  entered(address: string): Promise<Jar>;
  ask(jar: Jar, address: string, next?: string): Promise<Page>;
  give(jar: Jar, code: string, next?: string): Promise<Page>;
  /** The newest code that was mailed to an address. */
  codeTo(address: string): string;
  /** Files a form, which must be taken, and gives its folio. */
  fileAs(jar: Jar, path: string, answers: Record<string, string>): Promise<string>;
  whole(folio: string): Promise<StaffView>;
  /** The register changes something of the contact at an address. */
  change(address: string, differs: Partial<ContactPersonRecord>): Promise<void>;
  personAt(address: string): Promise<ContactPersonRecord>;
  /** Rows of the desk, as they are kept. */
  rowsOf<Row extends object>(text: string, ...more: readonly string[]): Promise<Row[]>;
}

/** Answers to the desk's main form; another case than whatever is open. */
export function support(subject: string): Record<string, string> {
  return {
    necesita: "duda",
    asunto: subject,
    descripcion: "Busco las facturas de octubre y la lista sale vacía.",
    _otro_caso: "si",
  };
}

/** Whether a mail brings a code to sign in with. */
export const bringsCode = ({ subject }: { readonly subject: string }): boolean =>
  /código para entrar|code to sign in/u.test(subject);

/** The newest code to sign in with that was mailed to an address. */
export function newestCode(desk: TestDesk, address: string): string {
  const codes = desk.mails(address).filter(bringsCode);
  return codes.flatMap(({ text }) => /^\s*(\d{6})\s*$/mu.exec(text)?.[1] ?? []).at(-1) ?? "";
}

/** Opens it. */
export async function openClientsDesk(): Promise<ClientsDesk> {
  const desk = await openTestDesk("factura-inteligente", "2026-11-23T16:00:00Z");
  const browser = browse(desk);
  const { plazo, desk: id } = desk;
  const personAt = async (address: string): Promise<ContactPersonRecord> => {
    const person = await inDesk(plazo.db, id, (tx) => contactPersonAt(tx, address));
    if (person === undefined) throw new Error(`nobody is at ${address}`);
    return person;
  };
  const change: ClientsDesk["change"] = async (address, differs) => {
    const person = await personAt(address);
    const wish = { ...person, ...differs };
    const done = await writeContactPerson(plazo, id, { wish, by: byItself, id: person.id });
    if (isRefusal(done)) throw new Error(done.refused);
  };
  const codeTo = (address: string): string => newestCode(desk, address);
  const ask: ClientsDesk["ask"] = (jar, address, next = "") =>
    jar.post(`${root}/entrar`, new URLSearchParams({ correo: address, a: next }));
  const give: ClientsDesk["give"] = (jar, code, next = "") =>
    jar.post(`${root}/entrar/codigo`, new URLSearchParams({ codigo: code, a: next }));
  await registerClients(desk, change);
  return {
    ...{ desk, browser, personAt, change, codeTo, ask, give },
    jar: () => newJar(browser),
    async entered(address) {
      // Each story has an hour of its own: what is counted in one does not reach the next.
      desk.time.advance(3_600_000);
      const jar = newJar(browser);
      await ask(jar, address);
      await desk.work();
      const done = await give(jar, codeTo(address));
      if (done.headers.get("location") !== `${root}/cuenta`)
        throw new Error(`${done.status}: ${done.words}`);
      return jar;
    },
    async fileAs(jar, path, answers) {
      const filed = await jar.post(path, filledIn(await jar.get(path), answers));
      const folio = /cuenta\/t\/(FI-\d+)/u.exec(filed.headers.get("location") ?? "")?.[1];
      if (folio === undefined) throw new Error(`${filed.status}: ${filed.words}`);
      return folio;
    },
    async whole(folio) {
      const view = await ticketForStaff(plazo, { desk: id, folio });
      if (isRefusal(view)) throw new Error(view.refused);
      return view;
    },
    rowsOf: <Row extends object>(text: string, ...more: readonly string[]) =>
      inDesk(plazo.db, id, async (tx) => {
        const { rows } = await tx.client.query<Row>(text, [id, ...more]);
        return rows;
      }),
  };
}

async function registerClients(desk: TestDesk, change: ClientsDesk["change"]): Promise<void> {
  const school = { organisation: "ESCUELA KEMPER URGATE", trained: null };
  const other = { organisation: "XAVIER", trained: null };
  for (const [address, name, role, more] of [
    ["legal@example.com", "Lucía Legal", "representante-legal", school],
    ["compras@example.com", "Carlos Compras", null, school],
    ["ajena@example.com", "Ana Ajena", null, other],
  ] as const)
    await setContact(desk.plazo, desk.desk, { ...more, address, name, role });
  await change("legal@example.com", { seesOrganisation: true, telephones: ["55 5555 0177"] });
  await change("ajena@example.com", { seesOrganisation: true });
}

/** A client's browser that knows nothing yet. */
export function newJar(browser: Browser): Jar {
  const cookies = new Map<string, string>();
  const headers = (): Record<string, string> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    return cookie === "" ? {} : { cookie };
  };
  const keep = (page: Page): Page => {
    for (const line of page.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/u.exec(line) ?? [];
      if (/max-age=0/iu.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return page;
  };
  return {
    cookies,
    headers,
    get: async (path) => keep(await browser.get(path, headers())),
    post: async (path, form) => keep(await browser.post(path, form, headers())),
  };
}
