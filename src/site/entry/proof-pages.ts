import { html } from "hono/html";
import { proofWords } from "../../words/site/proof.ts";
import { passkeyScript } from "../assets.ts";
import type { Html, MaybeHtml } from "../html.ts";
import type { Reader } from "../reader.ts";
import { hrefFor } from "../reader.ts";
import { box, framed } from "./fields.ts";
import { qrDrawing } from "./qr.ts";

/** Why a proof was not taken. */
export type ProofFailure = "code-wrong" | "code-tries" | "password-wrong" | "too-many";

/** Why a proof was not taken, in words. */
export function sayFailure(reader: Reader, failed: ProofFailure): string {
  const w = proofWords[reader.language];
  return {
    "code-wrong": w.codeWrong,
    "code-tries": w.codeTries,
    "password-wrong": w.passwordWrong,
    "too-many": w.tooMany,
  }[failed];
}

function alert(reader: Reader, failed: ProofFailure | null): MaybeHtml {
  if (failed === null) return "";
  return html`<div class="note bad" role="alert"><p>${sayFailure(reader, failed)}</p></div>`;
}

function codeBox(reader: Reader, hint: string | null): Html {
  const w = proofWords[reader.language];
  return box({
    name: "code",
    type: "text",
    label: w.code,
    value: "",
    complete: "one-time-code",
    ...(hint === null ? {} : { hint }),
  });
}

/** What offers a passkey: shown by its script, where the browser can. */
export function usePasskeyBox(reader: Reader, next: string, lead: string | null): Html {
  const w = proofWords[reader.language];
  return html`<div data-passkey="use" hidden>
${lead === null ? "" : html`<p>${lead}</p>`}
<p><button class="button" type="button" data-next="${next}">${w.withPasskey}</button></p>
<div class="note bad" role="alert" hidden><p>${w.passkeyFailed}</p></div>
</div>
<script src="/assets/${passkeyScript.name}" type="module"></script>`;
}

/** What makes a passkey: shown by its script, where the browser can. */
export function addPasskeyBox(reader: Reader, next: string, lead: string | null): Html {
  const w = proofWords[reader.language];
  return html`<noscript><p class="hint">${w.passkeysScript}</p></noscript>
<div data-passkey="add" hidden>
${lead === null ? "" : html`<p>${lead}</p>`}
<div class="field"><label for="e-passkey">${w.passkeyName}</label>
<p class="hint" id="e-passkey-hint">${w.passkeyNameHint}</p>
<input id="e-passkey" maxlength="60" autocomplete="off" aria-describedby="e-passkey-hint"></div>
<p><button class="button" type="button" data-next="${next}" data-name="e-passkey">${w.createPasskey}</button></p>
<div class="note bad" role="alert" hidden><p>${w.passkeyFailed}</p></div>
</div>
<script src="/assets/${passkeyScript.name}" type="module"></script>`;
}

/** The page of the second proof, for whoever has the first. */
export function provePage(
  reader: Reader,
  state: {
    readonly next: string;
    readonly app: boolean;
    readonly passkeys: boolean;
    readonly failed: ProofFailure | null;
  },
): Html {
  const w = proofWords[reader.language];
  const form = html`<form method="post" action="${hrefFor(reader, "/app/segundo-factor")}">
<input type="hidden" name="next" value="${state.next}">
${codeBox(reader, w.codeHint)}
<p><button class="button main-act">${w.go}</button></p>
</form>`;
  return framed(
    reader,
    w.prove,
    html`<p class="lead">${w.proveLead}</p>
${alert(reader, state.failed)}
${state.app ? form : ""}
${state.passkeys ? usePasskeyBox(reader, state.next, state.app ? w.orPasskey : null) : ""}
${leave(reader)}`,
  );
}

/** The page on which a second proof is set up: the app's QR code and key, or a passkey. */
export function setUpPage(
  reader: Reader,
  state: {
    readonly next: string;
    readonly must: boolean;
    readonly dark: readonly (readonly boolean[])[];
    readonly secret: string;
    readonly failed: ProofFailure | null;
    /** Whether they sign in just now, and may leave instead. */
    readonly entering: boolean;
  },
): Html {
  const w = proofWords[reader.language];
  return framed(
    reader,
    w.setUp,
    html`<p class="lead">${state.must ? w.setUpMust : w.setUpMay}</p>
${alert(reader, state.failed)}
<section class="sheet" aria-label="${w.appTitle}"><h2>${w.appTitle}</h2>
<ol>${w.setUpSteps.map((step) => html`<li>${step}</li>`)}</ol>
<p>${qrDrawing(state.dark, w.qr)}</p>
<p>${w.secret}: <code>${state.secret.replace(/(.{4})(?=.)/gu, "$1 ")}</code></p>
<form method="post" action="${hrefFor(reader, "/app/segundo-factor/activar")}">
<input type="hidden" name="next" value="${state.next}">
${codeBox(reader, null)}
<p><button class="button main-act">${w.turnOn}</button></p>
</form></section>
${state.entering ? html`<section class="sheet" aria-label="${w.passkeysTitle}"><h2>${w.passkeysTitle}</h2>${addPasskeyBox(reader, state.next, w.orPasskeySetUp)}</section>` : ""}
${state.entering ? leave(reader) : ""}`,
  );
}

/** The recovery codes, shown this once. */
export function codesPage(
  reader: Reader,
  { codes, next }: { readonly codes: readonly string[]; readonly next: string },
): Html {
  const w = proofWords[reader.language];
  return framed(
    reader,
    w.codesTitle,
    html`<p class="lead">${w.codesLead}</p>
<div class="sheet"><ul>${codes.map((code) => html`<li><code>${code}</code></li>`)}</ul></div>
<p><a class="button main-act" href="${hrefFor(reader, next)}">${w.codesKept}</a></p>`,
  );
}

/** The page on which somebody who is signed in proves again that it is they. */
export function confirmPage(
  reader: Reader,
  state: {
    readonly next: string;
    /** What is asked: a code where they have an app, a password where they have one. */
    readonly by: "code" | "password" | "passkey";
    readonly passkeys: boolean;
    readonly failed: ProofFailure | null;
  },
): Html {
  const w = proofWords[reader.language];
  const asked =
    state.by === "code"
      ? codeBox(reader, w.codeHint)
      : box({
          name: "password",
          type: "password",
          label: w.password,
          value: "",
          complete: "current-password",
        });
  return framed(
    reader,
    w.confirm,
    html`<p class="lead">${w.confirmLead}</p>
${alert(reader, state.failed)}
${
  state.by === "passkey"
    ? ""
    : html`<form method="post" action="${hrefFor(reader, "/app/confirmar")}">
<input type="hidden" name="next" value="${state.next}">
${asked}
<p><button class="button main-act">${w.go}</button></p>
</form>`
}
${state.passkeys ? usePasskeyBox(reader, state.next, state.by === "passkey" ? null : w.orPasskey) : ""}`,
  );
}

function leave(reader: Reader): Html {
  const w = proofWords[reader.language];
  return html`<form method="post" action="${hrefFor(reader, "/app/salir")}"><p><button class="button quiet">${w.leave}</button></p></form>`;
}
