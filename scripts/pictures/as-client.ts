import type { Page } from "playwright-core";
import type { Screen, Things } from "./screens.ts";

interface Mail {
  readonly id: string;
  readonly folio: string | null;
  readonly recipient: string | null;
  readonly subject: string;
}

interface Parts {
  /** A page that an administrator of the desk is signed in on: without a mail server they read what left. */
  readonly inside: Page;
  readonly outside: Page;
  readonly desk: Things["desk"];
}

/**
 * The pages of one client: their ticket by the link in their mail, and their tickets, signed in with
 * the code in it. They are entered in the register first. None where the desk has mailed nobody.
 */
export async function asClient({ inside, outside, desk }: Parts): Promise<readonly Screen[]> {
  const { origin } = new URL(inside.url());
  const api = `${origin}/api/v1/desks/${desk}`;
  const mails = async (): Promise<readonly Mail[]> => {
    const answer = await inside.request.get(`${api}/outgoing?limit=100`);
    return ((await answer.json()) as { readonly messages: readonly Mail[] }).messages;
  };
  const textOf = async ({ id }: Mail): Promise<string> => {
    const answer = await inside.request.get(`${api}/outgoing/${id}`);
    return ((await answer.json()) as { readonly text: string }).text;
  };
  const before = await mails();
  const solved = before.find(({ subject }) => subject.includes("tiene solución"));
  const address = solved?.recipient ?? null;
  if (solved === undefined || address === null) return [];
  const link = new RegExp(`/d/${desk}/t/\\S+`, "u").exec(await textOf(solved))?.[0];
  await inside.request.post(`${api}/register/contacts`, {
    data: {
      ...{ organisation: null, name: "Valeria Ramos", role: null, trained: null },
      ...{ seesOrganisation: false, language: "es", active: true },
      ...{ addresses: [address], telephones: [] },
    },
    headers: { origin },
  });
  await outside.goto(`${origin}/d/${desk}/entrar`);
  await outside.locator("main input:not([type=hidden])").first().fill(address);
  await outside.locator("main form button").first().click();
  const known = new Set(before.map(({ id }) => id));
  let code: string | undefined;
  for (let tried = 0; code === undefined && tried < 40; tried++) {
    await new Promise((soon) => setTimeout(soon, 500));
    const fresh = (await mails()).filter(
      ({ id, recipient }) => !known.has(id) && recipient === address,
    );
    for (const mail of fresh) code ??= /^\s*(\d{6})\s*$/mu.exec(await textOf(mail))?.[1];
  }
  if (code === undefined) throw new Error(`${address} was mailed no code`);
  await outside.locator("main input:not([type=hidden])").first().fill(code);
  await outside.locator("main form button").first().click();
  await outside.waitForURL(/\/cuenta/u);
  return [
    ...(link === undefined ? [] : [{ name: "client-ticket", path: link }]),
    { name: "portal", path: `/d/${desk}/cuenta` },
  ];
}
