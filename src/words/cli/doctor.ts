import type { Language } from "../../core/policy/text.ts";
import { said } from "./facts.ts";
import type { Facts } from "./facts.ts";

/** What the doctor looks at, in its order. */
export type CheckName =
  | "runtime"
  | "settings"
  | "packs"
  | "data-folder"
  | "database"
  | "mail"
  | "mailboxes"
  | "port";

/** What a check found: fine, not looked at, or what is wrong. */
export type Finding =
  | { readonly check: CheckName; readonly state: "fine"; readonly facts: Facts }
  | {
      readonly check: CheckName;
      readonly state: "wrong" | "note";
      readonly code: FindingCode;
      readonly facts: Facts;
    };

export type FindingCode =
  | "runtime-old"
  | "setting-wrong"
  | "no-packs"
  | "pack-broken"
  | "folder-unwritable"
  | "folder-new"
  | "folder-in-use"
  | "database-unreachable"
  | "database-not-started"
  | "mail-kept"
  | "mail-unreachable"
  | "mailboxes-silent"
  | "mail-aside"
  | "port-busy";

interface DoctorWords {
  readonly names: Readonly<Record<CheckName, string>>;
  readonly fine: (facts: Facts) => string;
  readonly findings: Readonly<Record<FindingCode, (facts: Facts) => string>>;
  readonly healthy: string;
  readonly ill: (count: number) => string;
}

const es: DoctorWords = {
  names: {
    runtime: "Entorno de ejecución",
    settings: "Ajustes",
    packs: "Manuales",
    "data-folder": "Carpeta de datos",
    database: "Base de datos",
    mail: "Correo saliente",
    mailboxes: "Buzones",
    port: "Puerto",
  },
  fine: (facts) => `bien ${said(facts, "what")}`.trimEnd(),
  findings: {
    "runtime-old": (facts) =>
      `corre en Node ${said(facts, "found")}; hace falta 26. Use bin/plazo o npm start, que traen el suyo.`,
    "setting-wrong": (facts) => said(facts, "words"),
    "no-packs": (facts) =>
      `no hay ningún policy.yaml en ${said(facts, "folder")}. Ponga uno, o cambie PLAZO_POLICIES.`,
    "pack-broken": (facts) =>
      `${said(facts, "file")} tiene errores. «plazo policy check ${said(facts, "file")}» los enumera.`,
    "folder-unwritable": (facts) =>
      `${said(facts, "folder")} no se puede escribir (${said(facts, "why")}). Dé permiso a este usuario o cambie PLAZO_DATA.`,
    "folder-new": (facts) => `${said(facts, "folder")} no existe aún; se crea al iniciar.`,
    "folder-in-use": (facts) => `un Plazo está en marcha sobre ${said(facts, "folder")}.`,
    "database-unreachable": (facts) =>
      `no contesta: ${said(facts, "why")}. Revise DATABASE_URL, la red y que el servidor esté en marcha.`,
    "database-not-started": () => "la propia arranca con «npm start»; no se revisó.",
    "mail-kept": () =>
      "sin SMTP_URL: el correo no sale, se guarda y se lee en el espacio de trabajo.",
    "mail-unreachable": (facts) =>
      `el servidor no contesta: ${said(facts, "why")}. Revise SMTP_URL; mientras tanto nada se pierde.`,
    "mailboxes-silent": (facts) =>
      `${said(facts, "silent")} de ${said(facts, "all")} no se pueden leer desde hace más de 15 minutos. «plazo mailbox list --desk MESA» dice por qué.`,
    "mail-aside": (facts) =>
      `${said(facts, "aside")} correos no se pudieron recibir y esperan en el servidor. Se vuelven a intentar desde la página de buzones.`,
    "port-busy": (facts) =>
      `${said(facts, "port")} está ocupado (puede ser este mismo Plazo). Elija otro con PORT.`,
  },
  healthy: "Nada que remediar.",
  ill: (count) => (count === 1 ? "Hay una cosa que remediar." : `Hay ${count} cosas que remediar.`),
};

const en: DoctorWords = {
  names: {
    runtime: "Runtime",
    settings: "Settings",
    packs: "Manuals",
    "data-folder": "Data folder",
    database: "Database",
    mail: "Outgoing mail",
    mailboxes: "Mailboxes",
    port: "Port",
  },
  fine: (facts) => `fine ${said(facts, "what")}`.trimEnd(),
  findings: {
    "runtime-old": (facts) =>
      `it runs on Node ${said(facts, "found")}; 26 is needed. Use bin/plazo or npm start, which bring their own.`,
    "setting-wrong": (facts) => said(facts, "words"),
    "no-packs": (facts) =>
      `there is no policy.yaml in ${said(facts, "folder")}. Put one there, or change PLAZO_POLICIES.`,
    "pack-broken": (facts) =>
      `${said(facts, "file")} has errors. “plazo policy check ${said(facts, "file")}” lists them.`,
    "folder-unwritable": (facts) =>
      `${said(facts, "folder")} cannot be written (${said(facts, "why")}). Give this user the right, or change PLAZO_DATA.`,
    "folder-new": (facts) => `${said(facts, "folder")} does not exist yet; the start makes it.`,
    "folder-in-use": (facts) => `a Plazo is running on ${said(facts, "folder")}.`,
    "database-unreachable": (facts) =>
      `it does not answer: ${said(facts, "why")}. Check DATABASE_URL, the network and that the server runs.`,
    "database-not-started": () => "our own starts with “npm start”; it was not looked at.",
    "mail-kept": () => "no SMTP_URL: no mail leaves, it is kept and read in the workspace.",
    "mail-unreachable": (facts) =>
      `the server does not answer: ${said(facts, "why")}. Check SMTP_URL; nothing is lost meanwhile.`,
    "mailboxes-silent": (facts) =>
      `${said(facts, "silent")} of ${said(facts, "all")} could not be read for more than 15 minutes. “plazo mailbox list --desk DESK” says why.`,
    "mail-aside": (facts) =>
      `${said(facts, "aside")} mails could not be taken in and wait on the server. The page of mailboxes has them tried again.`,
    "port-busy": (facts) =>
      `${said(facts, "port")} is in use (it may be this very Plazo). Choose another with PORT.`,
  },
  healthy: "Nothing to mend.",
  ill: (count) =>
    count === 1 ? "There is one thing to mend." : `There are ${count} things to mend.`,
};

/** The doctor's words in a language. */
export function doctorWords(language: Language): DoctorWords {
  return language === "en" ? en : es;
}
