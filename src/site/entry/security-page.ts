import { html } from "hono/html";
import type { Instant } from "../../core/time/instant.ts";
import { sayDatedInstant, sayInstant } from "../../words/dates.ts";
import type { Place } from "../../words/dates.ts";
import { proofWords } from "../../words/site/proof.ts";
import type { Html, MaybeHtml } from "../html.ts";
import type { Reader } from "../reader.ts";
import { hrefFor } from "../reader.ts";
import { deviceOf } from "./device.ts";
import { box, framed } from "./fields.ts";
import { addPasskeyBox } from "./proof-pages.ts";

/** An open session as its owner sees it. */
export interface SessionShown {
  readonly id: string;
  readonly used: Instant;
  readonly method: "password" | "link" | "passkey" | "sign-on";
  readonly source: string | null;
  readonly agent: string | null;
  readonly here: boolean;
}

/** What the page of security shows of somebody. */
export interface SecurityShown {
  readonly place: Place;
  /** `new`: they may choose one without saying the one before; `none`: they have none, and sign in another way. */
  readonly password: "change" | "new" | "none";
  readonly app: boolean;
  readonly codes: number;
  readonly passkeys: readonly {
    readonly id: string;
    readonly name: string;
    readonly created: Instant;
    readonly used: Instant | null;
  }[];
  readonly sessions: readonly SessionShown[];
  /** What was just done, or why it was not. */
  readonly told: { readonly text: string; readonly good: boolean } | null;
}

/** The page where somebody sees and changes how they sign in, and where they are signed in. */
export function securityPage(reader: Reader, shown: SecurityShown): Html {
  const w = proofWords[reader.language];
  const { told } = shown;
  const note: MaybeHtml =
    told === null
      ? ""
      : html`<div class="note ${told.good ? "good" : "bad"}" role="${told.good ? "status" : "alert"}"><p>${told.text}</p></div>`;
  return framed(
    reader,
    w.security,
    html`<p><a href="/app">${w.back}</a></p>
${note}
${passwordPart(reader, shown)}
${appPart(reader, shown)}
${passkeysPart(reader, shown)}
${sessionsPart(reader, shown)}`,
  );
}

function part(title: string, body: Html): Html {
  return html`<section class="sheet" aria-label="${title}"><h2>${title}</h2>${body}</section>`;
}

/** A form of one button: what it does, and of what. */
function act(
  reader: Reader,
  { to, label, spoken }: { readonly to: string; readonly label: string; readonly spoken?: string },
  hidden: Readonly<Record<string, string>> = {},
): Html {
  const named: MaybeHtml = spoken === undefined ? "" : html` aria-label="${spoken}"`;
  return html`<form method="post" action="${hrefFor(reader, `/app/seguridad/${to}`)}">${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}<button class="button quiet"${named}>${label}</button></form>`;
}

function passwordPart(reader: Reader, { password }: SecurityShown): Html {
  const w = proofWords[reader.language];
  if (password === "none") return part(w.passwordTitle, html`<p>${w.passwordNone}</p>`);
  const current = {
    ...{ name: "password", type: "password", label: w.currentPassword, value: "" },
    complete: "current-password",
  };
  return part(
    w.passwordTitle,
    html`<form method="post" action="${hrefFor(reader, "/app/seguridad/contrasena")}">
${password === "new" ? html`<p class="hint">${w.passwordByLink}</p>` : box(current)}
${box({ name: "new", type: "password", label: w.newPassword, value: "", complete: "new-password" })}
<p><button class="button">${w.changePassword}</button></p></form>`,
  );
}

function appPart(reader: Reader, { app, codes }: SecurityShown): Html {
  const w = proofWords[reader.language];
  if (!app)
    return part(
      w.appTitle,
      html`<p>${w.appOff}</p><p><a class="button" href="${hrefFor(reader, "/app/segundo-factor/activar", { next: "/app/seguridad" })}">${w.appSetUp}</a></p>`,
    );
  return part(
    w.appTitle,
    html`<p>${w.appOn} ${w.codesLeft(codes)}</p>
<div class="row">${act(reader, { to: "codigos", label: w.codesRenew })} ${act(reader, { to: "aplicacion/quitar", label: w.appRemove })}</div>`,
  );
}

function passkeysPart(reader: Reader, { passkeys, place }: SecurityShown): Html {
  const w = proofWords[reader.language];
  const list =
    passkeys.length === 0
      ? html`<p>${w.passkeysNone}</p>`
      : html`<ul>${passkeys.map(
          ({ id, name, created, used }) => html`<li>
<p><strong>${name}</strong> · ${w.created(sayDatedInstant(created, place))} · ${used === null ? w.neverUsed : w.used(sayDatedInstant(used, place))}</p>
<details><summary>${w.rename}</summary><form method="post" action="${hrefFor(reader, "/app/seguridad/llaves/nombre")}"><input type="hidden" name="id" value="${id}"><input aria-label="${w.nameOf(name)}" name="name" value="${name}" required maxlength="60" autocomplete="off"><p><button class="button quiet">${w.rename}</button></p></form></details>
${act(reader, { to: "llaves/quitar", label: w.remove, spoken: w.removeNamed(name) }, { id })}</li>`,
        )}</ul>`;
  return part(
    w.passkeysTitle,
    html`<p class="hint">${w.passkeysLead}</p>${list}${addPasskeyBox(reader, "/app/seguridad?hecho=llave", null)}`,
  );
}

function sessionsPart(reader: Reader, { sessions, place }: SecurityShown): Html {
  const w = proofWords[reader.language];
  const others = sessions.some(({ here }) => !here);
  return part(
    w.sessionsTitle,
    html`<ul>${sessions.map(({ id, used, method, source, agent, here }) => {
      const { browser, system } = deviceOf(agent);
      const device = w.device(browser, system);
      return html`<li><p><strong>${device}</strong>${here ? html` · ${w.thisOne}` : ""}<br>${w.sessionBy(method)}${source === null || source === "" ? "" : html` · ${w.sessionFrom(source)}`} · ${w.sessionUsed(sayInstant(used, place))}</p>
${here ? "" : act(reader, { to: "sesiones/cerrar", label: w.endSession, spoken: w.endSessionNamed(device) }, { id })}</li>`;
    })}</ul>
${others ? act(reader, { to: "sesiones/cerrar-otras", label: w.endOthers }) : ""}`,
  );
}
