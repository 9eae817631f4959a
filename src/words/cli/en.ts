import type { CliWords } from "./cli-words.ts";
import { said } from "./facts.ts";

/** The command line in English. */
export const cliEn: CliWords = {
  usage: `plazo: the help desk whose program is its published manual

  plazo serve                        Serve the desks (the same as npm start)
  plazo demo                         Serve them with people and three months of sample tickets
  plazo time check FILE              Check a file of business-time cases  [--json]
  plazo clock explain                What is due, when and why
        --policy PACK --filed "2026-11-20 17:00" [--severity S] [--contacted T] [--solved T]
        [--clock CLOCK] [--json] [--lang es|en]
  plazo policy new FOLDER            Start a desk's manual  [--id I] [--name N] [--name-en N] [--zone Z]
  plazo policy check PACK            Check a manual: errors, contradictions, readings taken, examples
                                     [--strict] [--json]
  plazo policy explain PACK [CLAUSE] Everything a clause does: where it stands, what it promises and
                                     refuses, what proves it  [--json]
  plazo policy diff PACK PACK        What changes from one manual to another, in words  [--json]
  plazo policy test [PACK…]          Live the scenarios of the manuals  [--json]
                                     [--mutations]: what could be taken out unnoticed
  plazo policy simulate PACK         What a draft would have missed: the desk's tickets, or a generated
                                     year  [--year] [--against PACK] [--tickets FILE] [--json]
  plazo policy publish PACK          Publish a manual at its desk, now or for later, with a reason
        --reason "…" [--effective "2026-12-01 09:00"]
  plazo policy export DESK           Write down the manual of a desk as it was published  [--version N]
  plazo manual PACK                  The manual that it publishes, as text, PDF or page
        [--pdf FILE] [--html FILE] [--version N] [--lang es|en]
  plazo policy schema                The language's JSON Schema, for editors
  plazo desk host list               The desks' own names (help.client.example)
        add DESK HOST [--portal P] · remove DESK HOST
  plazo staff list                   Who works at each desk, and as what
  plazo staff link EMAIL             A link for whoever forgot their password
  plazo staff reset EMAIL            Remove the second step of whoever lost it, and end their sessions
  plazo staff add DESK EMAIL         A link to begin at a desk  --name NAME --role ROLE
  plazo cfdi check FILE              What is wrong with an invoice (CFDI), or with each of a folder
  plazo mail read FILE               What would be understood of a mail, or of each file of a folder,
        without taking it in  [--desk DESK] [--dns] [--json]
  plazo mail take FILE --desk DESK   Take in a mail, or each file of a folder: once
        [--mailbox ADDRESS] [--form FORM] [--dns] [--json]
  plazo mail doctor DOMAIN           What the DNS says of the mail that leaves (SPF, DKIM, DMARC), and how to
        mend it  [--desk DESK] [--ip ADDRESS] [--json]
  plazo mail key DOMAIN              Make the key that signs its mail, and what to publish
        [--selector S] [--ed25519] [--remove] [--json]
  plazo mailbox add --desk DESK      Add a mailbox; the password comes by standard input
        --address ADDRESS --host SERVER --user USER [--port N] [--tls implicit|starttls|none]
        [--folder F] [--form KIND] [--move-to F] [--all] [--secret-file FILE]
        [--auth xoauth2 --client-id I --token-url U] | --smtp
  plazo mailbox list --desk DESK     The mailboxes of a desk and how they go
  plazo mailbox test --desk DESK ADDRESS  Sign in to one with what is stored
  plazo mailbox remove --desk DESK ADDRESS
  plazo register import FILE --desk DESK  Take clients and contacts in from a CSV file, or say what it
        would change  [--dry-run]
  plazo export FILE                  Take all data out into a file
  plazo import FILE                  Put it into an empty database
  plazo token create DESK            Make a token for an integration (--name, --scope …, --days 90)
  plazo token list DESK              Show the tokens of a desk
  plazo token revoke DESK ID         End a token at once
  plazo report DESK                  Show the figures of a week (--week 2026-W46, --weeks 1, --json, --csv, --pdf FILE)
  plazo webhook list DESK            Show which systems are told (log, try, replay DESK ID)
  plazo secret accept                Take the secret of these settings for this database's, after a change
  plazo doctor                       Say what is wrong and how to mend it
  plazo help

Settings, by environment variable: PORT, PLAZO_HOST, PLAZO_URL, PLAZO_DATA, PLAZO_DESKS,
PLAZO_POLICIES, PLAZO_ROLE, PLAZO_LOG, PLAZO_MAIL_FROM, PLAZO_MAIL_DOMAINS, DATABASE_URL, SMTP_URL.`,
  unknownCommand: (command) => `There is no command “${command}”. “plazo help” lists them.`,
  missingArgument: (name) => `${name} is missing.`,
  wrongOption: (message) => `Wrong option: ${message}`,
  setting: (setting, value, code) => `${setting}=${value}: ${settings[code]}`,
  ready: (url) => `Plazo serves at ${url}`,
  desk: (name, url) => `  ${name}: ${url}`,
  setUp: (link, asked) =>
    `First time: create the administrator's account at\n  ${link}\n(the link works once${asked ? "; you will be asked for a second step, which PLAZO_SECOND_FACTOR=optional leaves out in trials" : ""})`,
  workspace: (url) => `  Workspace: ${url}`,
  mailKept: (url) => `  Without SMTP_URL no mail leaves: it is kept, and read at ${url}`,
  workerReady:
    "Plazo works in the background (PLAZO_ROLE=worker): due instants and mail, no pages.",
  stopping: "Stopping…",
  refusals: {
    "data-folder-in-use": (facts) =>
      `The data folder ${said(facts, "folder")} is in use by another Plazo (${said(facts, "by")}). Stop it, or choose another folder with PLAZO_DATA.`,
    "data-folder-other-version": (facts) =>
      `The data folder ${said(facts, "folder")} is of PostgreSQL ${said(facts, "found")} and this Plazo brings ${said(facts, "needed")}. With the earlier Plazo: “bin/plazo export data.plazo”. With this one, in another folder (PLAZO_DATA=…): “bin/plazo import data.plazo”.`,
    "data-folder-damaged": (facts) =>
      `The data folder ${said(facts, "folder")} is incomplete or damaged. Restore it from your backup, or choose another with PLAZO_DATA.`,
    "data-folder-unwritable": (facts) =>
      `${said(facts, "folder")} cannot be written (${said(facts, "why")}). Give this user the right, or choose another folder with PLAZO_DATA.`,
    "disk-full": (facts) =>
      `The disk of ${said(facts, "folder")} is full. Make room and start again; nothing was lost.`,
    "postgres-missing": (facts) =>
      `PostgreSQL's programs for this machine are missing (${said(facts, "package")}). Run “npm ci”, or use a server of your own with DATABASE_URL.`,
    "postgres-user-missing": () =>
      "PostgreSQL does not run as root and there is no unprivileged user (nobody, postgres or plazo). Create one, or start Plazo as an ordinary user.",
    "migration-changed": (facts) =>
      `Migration ${said(facts, "name")} was applied and its file changed afterwards. Restore the original file.`,
    "migration-missing": (facts) =>
      `The database has migration ${said(facts, "name")}, which does not exist here. Use the version of Plazo that applied it.`,
    "migration-out-of-order": (facts) =>
      `Migration ${said(facts, "name")} came after newer ones were applied. Give it a number at the end.`,
    "database-newer": (facts) =>
      `The database is of a newer Plazo (migration ${said(facts, "found")}; this one knows up to ${said(facts, "known")}). Use that version or a later one.`,
    "database-unreachable": (facts) =>
      `The database cannot be reached: ${said(facts, "why")}. Check DATABASE_URL and that the server runs.`,
    "database-too-old": (facts) =>
      `The server in DATABASE_URL is PostgreSQL ${said(facts, "found")}; ${said(facts, "needed")} or later is needed.`,
    "secret-other": (facts) =>
      `The secret in ${said(facts, "from")} is not the one with which this database was begun: links already sent would open nothing, and what was sealed (passwords of mailboxes, second factors, keys) could not be read. Give PLAZO_SECRET or secret.key of the process that began it. To change the secret on purpose, stop every process, give all of them the new one, and run “plazo secret accept” once.`,
    "secret-damaged": (facts) =>
      `${said(facts, "file")} holds no secret (64 hexadecimal digits). Restore it from your backup: with another, links that were sent would open nothing and what was sealed could not be read. If you have none, delete the file, run "plazo secret accept" and start again.`,
    "port-in-use": (facts) =>
      `Port ${said(facts, "port")} is in use. Choose another, for example: PORT=${Number(facts["port"]) + 1} npm start`,
    "port-not-allowed": (facts) =>
      `This user may not open port ${said(facts, "port")}. Choose one above 1023 with PORT.`,
    "address-unknown": (facts) =>
      `This machine does not have the address ${said(facts, "host")}. Check PLAZO_HOST.`,
    "import-other-format": (facts) =>
      `${said(facts, "path")} is of another format (${said(facts, "found")}; ${said(facts, "known")} is read here). Use the version of Plazo that wrote it.`,
    "import-damaged": (facts) =>
      `${said(facts, "path")} is incomplete or damaged: nothing was put in.`,
    "import-unreadable": (facts) =>
      `${said(facts, "path")} cannot be read (${said(facts, "why")}).`,
    "import-other-migration": (facts) =>
      `The file is of migration ${said(facts, "found")} and this database is at ${said(facts, "needed")}. Import it with the version of Plazo that exported it, and update afterwards.`,
    "import-database-not-empty": (facts) =>
      `The database holds data already (${said(facts, "table")}). A file goes only into an empty one: choose another folder with PLAZO_DATA.`,
  },
  noPacks: (folder) => `There is no manual (policy.yaml) in ${folder}.`,
  unknownDesk: (desk, known) =>
    `PLAZO_DESKS names “${desk}”, which does not exist. There are: ${known.join(", ")}.`,
  deskTwice: (desk, files) =>
    `There is more than one manual of the desk “${desk}”: ${files.join(", ")}. Leave only one.`,
  brokenPack: (file) => `${file} cannot be served:`,
  fileAside: (file, number) =>
    `${file} differs from the version in force and was not published: version ${number} was published after it. Compare them in the workspace (Manual), or publish the file with “plazo policy publish”.`,
  published: (desk, number, effective) =>
    `Version ${number} of the manual of ${desk} is published; it holds from ${effective}.`,
  noSource: (number) => `The text of version ${number} was not kept.`,
  wrongInstant: (text, example) =>
    `“${text}” is no date and time of the desk's zone. For example: "${example}".`,
  fault: (message) => `Unexpected fault: ${message}`,
  seeding: (desk) => `Seeding three months of tickets in ${desk}…`,
  seeded: (tickets) => `${tickets} tickets seeded.`,
  demoUnfinished: (folder) =>
    `The demonstration in ${folder} is half done: it was stopped while it was being seeded. If nothing of yours is in that folder, remove it and start again:\n  rm -rf '${folder}'`,
  transferred: (rows, files) => `${rows} rows and ${files} files.`,
  roles: {
    agent: "agent",
    supervisor: "supervisor",
    owner: "information owner",
    "security-officer": "security officer",
    "head-of-it": "head of IT",
    auditor: "auditor",
    administrator: "administrator",
  },
  entries: "To sign in, choose somebody (each link works once; another start gives others):",
  entriesOf: (desk) => `  ${desk}`,
  entry: (name, role, link) => `    ${name} (${role}): ${link}`,
};

const settings = {
  "not-a-port": "it must be a port, 0 to 65535.",
  "not-an-address": "it is not an address of the right kind (http://…, postgres://…, smtp://…).",
  "not-a-site": 'must be http://… or https://…, without a user, "?" or "#".',
  "not-a-role": "it must be all, web or worker.",
  "not-domains": "it must be a list of domains with commas between: desk.example.com.",
  "not-a-list": "it must be a list of desks with commas between.",
  "not-an-issuer": "it must be https://… (http:// only on this very machine).",
  "client-missing": "it is missing: without it the provider does not know who asks.",
  "not-a-proof-of-sign-on": "it must be ask or provider.",
  "not-yes-or-no": "it must be yes or no.",
  "not-a-second-factor": "it must be required or optional.",
  "not-a-level": "it must be silent, error, warn, info or debug.",
  "not-a-mailbox": "it is not a mail address.",
  "not-a-file": "there is no such file",
  "not-hosts": "names, addresses or networks (10.0.0.0/8), with commas, or *",
  "cert-without-key": "PLAZO_SMTP_CERT and PLAZO_SMTP_KEY go together",
  "not-a-secret":
    "64 hexadecimal digits (PLAZO_SECRET) or at least 16 characters without spaces (PLAZO_METRICS_TOKEN) are expected.",
  "worker-without-database":
    "a process apart shares the database of the one that serves the pages. Give both the same DATABASE_URL.",
  "worker-without-secret":
    "the links in mails are made with the secret of the process that serves the pages. Give both the same PLAZO_SECRET, or the same PLAZO_DATA folder and start the one that serves first.",
} as const;
