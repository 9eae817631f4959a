import { html } from "hono/html";
import { entryWords } from "../../words/site/entry.ts";
import { proofWords } from "../../words/site/proof.ts";
import type { Html } from "../html.ts";
import type { Reader } from "../reader.ts";
import { hrefFor } from "../reader.ts";
import { box, framed } from "./fields.ts";
import { usePasskeyBox } from "./proof-pages.ts";

/** A thing that is wrong with what was typed: its field and its words. */
export interface EntryError {
  readonly field: "name" | "email" | "password";
  readonly text: string;
}

/** What a one-time link lets one do, as its page shows it. */
export interface EntryShown {
  readonly purpose: "set-up" | "invitation" | "sign-in";
  readonly name: string | null;
  readonly email: string | null;
  /** Whether a password must be chosen: an invited person may have one already. */
  readonly choosesPassword: boolean;
  readonly passwordMin: number;
}

/** What was typed and what is wrong with it. A password is never sent back. */
export interface EntryState {
  readonly name: string;
  readonly email: string;
  readonly errors: readonly EntryError[];
}

/** Why somebody was not signed in. */
export type SignInFailure =
  | "wrong"
  | "too-many"
  | "sign-on-away"
  | "sign-on-failed"
  | "sign-on-unknown";

/** The page of sign-in with address and password; `failed` answers alike whoever exists. */
export function signInPage(
  reader: Reader,
  state: {
    readonly email: string;
    readonly next: string;
    readonly failed: SignInFailure | null;
    /** What the company's account is called, where people may sign in with it. */
    readonly signOn?: string | null;
  },
): Html {
  const w = entryWords[reader.language];
  const p = proofWords[reader.language];
  const label = state.signOn ?? "";
  const why =
    state.failed === null
      ? null
      : {
          wrong: w.wrong,
          "too-many": w.tooMany,
          "sign-on-away": p.signOnAway(label),
          "sign-on-failed": p.signOnFailed(label),
          "sign-on-unknown": p.signOnUnknown(label),
        }[state.failed];
  return framed(
    reader,
    w.signIn,
    html`<p class="lead">${w.signInLead}</p>
${why === null ? "" : html`<div class="note bad" role="alert"><p>${why}</p></div>`}
<form method="post" action="${hrefFor(reader, "/app/entrar")}">
<input type="hidden" name="next" value="${state.next}">
${box({ name: "email", type: "email", label: w.email, value: state.email, complete: "username" })}
${box({ name: "password", type: "password", label: w.password, value: "", complete: "current-password" })}
<p><button class="button main-act">${w.signIn}</button></p>
</form>
${label === "" ? "" : html`<form method="post" action="${hrefFor(reader, "/app/cuenta")}"><input type="hidden" name="next" value="${state.next}"><p><button class="button">${p.signOn(label)}</button></p></form>`}
${usePasskeyBox(reader, state.next, null)}`,
  );
}

/** The page that leads to the identity provider. */
export function awayPage(
  reader: Reader,
  { to, label }: { readonly to: string; readonly label: string },
): Html {
  const p = proofWords[reader.language];
  return framed(
    reader,
    p.signOn(label),
    html`<meta http-equiv="refresh" content="0; url=${to}"><p><a class="button main-act" href="${to}">${p.signOn(label)}</a></p>`,
  );
}

/** The page of a one-time link. Looking at it spends nothing; its button does. */
export function entryPage(reader: Reader, entry: EntryShown, state: EntryState): Html {
  const w = entryWords[reader.language];
  const title = { "set-up": w.setUp, invitation: w.invitation, "sign-in": w.entry }[entry.purpose];
  const act = { "set-up": w.create, invitation: w.accept, "sign-in": w.enter(entry.name ?? "") }[
    entry.purpose
  ];
  const lead = {
    "set-up": w.setUpLead,
    invitation: w.invitationLead(entry.email ?? ""),
    "sign-in": w.entryLead(entry.name ?? ""),
  }[entry.purpose];
  const errors = new Map(state.errors.map(({ field, text }) => [field, text]));
  return framed(
    reader,
    title,
    html`<p class="lead">${lead}</p>
${errors.size === 0 ? "" : html`<div class="note bad" role="alert"><h2>${w.errors}</h2><ul>${[...errors].map(([field, text]) => html`<li><a href="#e-${field}">${text}</a></li>`)}</ul></div>`}
<form method="post">
${entry.purpose === "sign-in" ? "" : box({ name: "name", type: "text", label: w.name, value: state.name, complete: "name", error: errors.get("name") })}
${entry.purpose === "set-up" ? box({ name: "email", type: "email", label: w.email, value: state.email, complete: "username", error: errors.get("email") }) : ""}
${
  entry.choosesPassword
    ? box({
        name: "password",
        type: "password",
        label: w.choosePassword,
        value: "",
        complete: "new-password",
        hint: w.passwordHint(entry.passwordMin),
        error: errors.get("password"),
      })
    : ""
}
<p><button class="button main-act">${act}</button></p>
</form>`,
  );
}

/** The page of a link that no longer works, whatever the reason. */
export function spentPage(reader: Reader): Html {
  const w = entryWords[reader.language];
  return framed(
    reader,
    w.spent,
    html`<p class="lead">${w.spentLead}</p><p><a class="button main-act" href="${hrefFor(reader, "/app/entrar")}">${w.signIn}</a></p>`,
  );
}
