import type { Role } from "../../core/access/roles.ts";
import type { Facts } from "./facts.ts";

/** What the command line says to the person who installs and runs Plazo. */
export interface CliWords {
  readonly usage: string;
  readonly unknownCommand: (command: string) => string;
  readonly missingArgument: (name: string) => string;
  readonly wrongOption: (message: string) => string;
  readonly setting: (setting: string, value: string, code: SettingCode) => string;
  readonly ready: (url: string) => string;
  readonly desk: (name: string, url: string) => string;
  /** `asked`: whoever administers must set up a second step. */
  readonly setUp: (link: string, asked: boolean) => string;
  readonly workspace: (url: string) => string;
  readonly mailKept: (url: string) => string;
  readonly workerReady: string;
  readonly stopping: string;
  readonly refusals: Readonly<Record<CliRefusalCode, (facts: Facts) => string>>;
  readonly noPacks: (folder: string) => string;
  readonly unknownDesk: (desk: string, known: readonly string[]) => string;
  readonly deskTwice: (desk: string, files: readonly string[]) => string;
  readonly brokenPack: (file: string) => string;
  readonly fileAside: (file: string, number: number) => string;
  readonly published: (desk: string, number: number, effective: string) => string;
  readonly noSource: (number: number) => string;
  readonly wrongInstant: (text: string, example: string) => string;
  readonly fault: (message: string) => string;
  readonly seeding: (desk: string) => string;
  readonly seeded: (tickets: number) => string;
  /** A demonstration whose seeding was cut off stands in this folder. */
  readonly demoUnfinished: (folder: string) => string;
  readonly transferred: (rows: number, files: number) => string;
  readonly roles: Readonly<Record<Role, string>>;
  /** Before the links of a demonstration. */
  readonly entries: string;
  /** The desk whose people come next. */
  readonly entriesOf: (desk: string) => string;
  readonly entry: (name: string, role: string, link: string) => string;
}

/** What can be wrong with a setting. */
export type SettingCode =
  | "not-a-port"
  | "not-an-address"
  | "not-a-site"
  | "not-a-role"
  | "not-a-list"
  | "not-domains"
  | "not-a-second-factor"
  | "not-an-issuer"
  | "client-missing"
  | "not-a-proof-of-sign-on"
  | "not-yes-or-no"
  | "not-a-level"
  | "not-a-mailbox"
  | "not-a-secret"
  | "not-a-file"
  | "not-hosts"
  | "cert-without-key"
  | "worker-without-database"
  | "worker-without-secret";

/** Why a command does not start or does not go on. */
export type CliRefusalCode =
  | "data-folder-in-use"
  | "data-folder-other-version"
  | "data-folder-damaged"
  | "data-folder-unwritable"
  | "disk-full"
  | "postgres-missing"
  | "postgres-user-missing"
  | "migration-changed"
  | "migration-missing"
  | "migration-out-of-order"
  | "database-newer"
  | "database-too-old"
  | "database-unreachable"
  | "secret-other"
  | "secret-damaged"
  | "port-in-use"
  | "port-not-allowed"
  | "address-unknown"
  | "import-other-format"
  | "import-damaged"
  | "import-unreadable"
  | "import-other-migration"
  | "import-database-not-empty";
