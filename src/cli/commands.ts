import type { Time } from "../store/time.ts";
import type { Language } from "../core/policy/text.ts";
import type { Surroundings } from "./config.ts";
import type { Output } from "./output.ts";

/** What every command is given: its arguments, where to write, and the world around it. */
export interface Invocation extends Surroundings {
  readonly args: readonly string[];
  readonly io: Output;
  readonly language: Language;
  /** The project's folder. */
  readonly root: string;
  /** What time it is; left out: what the database says. */
  readonly time?: Time;
}

/** A command: does its work and gives the exit code. */
export type Run = (invocation: Invocation) => Promise<number>;

/** The commands by the words that call them; each loads what it needs when it is called. */
export const commands: Readonly<Record<string, () => Promise<Run>>> = {
  serve: async () => (await import("./serve.ts")).runServe,
  demo: async () => (await import("./demo.ts")).runDemo,
  "time check": async () => (await import("./run-time-check.ts")).runTimeCheck,
  "clock explain": async () => (await import("./run-clock-explain.ts")).runClockExplain,
  "policy check": async () => (await import("./run-policy-check.ts")).runPolicyCheck,
  "policy explain": async () => (await import("./run-policy-explain.ts")).runPolicyExplain,
  "policy test": async () => (await import("./run-policy-test.ts")).runPolicyTest,
  "policy diff": async () => (await import("./run-policy-diff.ts")).runPolicyDiff,
  "policy new": async () => (await import("./run-policy-new.ts")).runPolicyNew,
  "policy simulate": async () => (await import("./run-policy-simulate.ts")).runPolicySimulate,
  "policy publish": async () => (await import("./run-policy-publish.ts")).runPolicyPublish,
  "policy export": async () => (await import("./run-policy-publish.ts")).runPolicyExport,
  "policy schema": async () => (await import("./run-policy-check.ts")).runPolicySchema,
  manual: async () => (await import("./run-manual.ts")).runManual,
  "mail doctor": async () => (await import("./mail/run-mail-doctor.ts")).runMailDoctor,
  "mail key": async () => (await import("./mail/run-mail-key.ts")).runMailKey,
  "mail take": async () => (await import("./mail/run-mail-take.ts")).runMailTake,
  "cfdi check": async () => (await import("./cfdi/run-cfdi-check.ts")).runCfdiCheck,
  "mail read": async () => (await import("./mail/run-mail-read.ts")).runMailRead,
  "desk host": async () => (await import("./run-desk-host.ts")).runDeskHost,
  "staff list": async () => (await import("./staff/run-staff.ts")).runStaffList,
  "staff link": async () => (await import("./staff/run-staff.ts")).runStaffLink,
  "staff reset": async () => (await import("./staff/run-staff.ts")).runStaffReset,
  "staff add": async () => (await import("./staff/run-staff.ts")).runStaffAdd,
  "mailbox add": async () => (await import("./mailbox/run-mailbox.ts")).runMailboxAdd,
  "mailbox list": async () => (await import("./mailbox/run-mailbox.ts")).runMailboxList,
  "mailbox test": async () => (await import("./mailbox/run-mailbox.ts")).runMailboxTest,
  "mailbox remove": async () => (await import("./mailbox/run-mailbox.ts")).runMailboxRemove,
  "register import": async () => (await import("./register/run-register.ts")).runRegisterImport,
  export: async () => (await import("./run-transfer.ts")).runExport,
  import: async () => (await import("./run-transfer.ts")).runImport,
  "token create": async () => (await import("./run-token.ts")).runTokenCreate,
  "token list": async () => (await import("./run-token.ts")).runTokenList,
  "token revoke": async () => (await import("./run-token.ts")).runTokenRevoke,
  report: async () => (await import("./run-report.ts")).runReport,
  "secret accept": async () => (await import("./run-secret.ts")).runSecretAccept,
  webhook: async () => (await import("./webhook/run-webhook.ts")).runWebhook,
  doctor: async () => (await import("./doctor.ts")).runDoctor,
};

/** The command that the first words name, with the words that remain; `undefined` where none is. */
export function findCommand(
  words: readonly string[],
): { readonly load: () => Promise<Run>; readonly rest: readonly string[] } | undefined {
  for (const count of [2, 1]) {
    const load = commands[words.slice(0, count).join(" ")];
    if (load !== undefined) return { load, rest: words.slice(count) };
  }
  return undefined;
}
