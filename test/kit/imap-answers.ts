import type { ImapConnection, ImapFolder, KeptMessage } from "./imap-server.ts";

/** Answers one line of a client as an IMAP4rev1 server does (RFC 3501), or lets it meet its fate. */
export function answer(connection: ImapConnection, line: string): void {
  if (connection.waits !== null) {
    const { waits } = connection;
    connection.waits = null;
    return waits(line);
  }
  if (connection.idle !== null) {
    if (line.toUpperCase() !== "DONE") return;
    connection.say(`${connection.idle} OK ya\r\n`);
    connection.idle = null;
    return;
  }
  const [tag = "", first = "", ...rest] = line.split(" ");
  const isUid = first.toUpperCase() === "UID";
  const command = `${isUid ? "UID " : ""}${(isUid ? (rest.shift() ?? "") : first).toUpperCase()}`;
  const { server } = connection;
  server.commands.push(command);
  const fate = server.fate(command, line);
  if (fate === "stall") return;
  if (fate === "close") return void connection.socket.destroy();
  if (fate !== "go") return connection.say(`${tag} NO ${fate.no}\r\n`);
  const act = acts[command];
  if (act === undefined) return connection.say(`${tag} BAD no entiendo\r\n`);
  act(connection, tag, rest.join(" "));
}

type Act = (connection: ImapConnection, tag: string, rest: string) => void;

const fine = (connection: ImapConnection, tag: string, more = "hecho"): void =>
  connection.say(`${tag} OK ${more}\r\n`);

const acts: Readonly<Record<string, Act>> = {
  CAPABILITY(connection, tag) {
    connection.say(`* CAPABILITY ${connection.server.capabilities.join(" ")}\r\n`);
    fine(connection, tag);
  },
  NOOP: (connection, tag) => {
    if (connection.selected !== null)
      connection.say(`* ${connection.selected.messages.length} EXISTS\r\n`);
    fine(connection, tag);
  },
  ID(connection, tag) {
    connection.say('* ID ("name" "prueba")\r\n');
    fine(connection, tag);
  },
  NAMESPACE(connection, tag) {
    connection.say('* NAMESPACE (("" "/")) NIL NIL\r\n');
    fine(connection, tag);
  },
  LOGIN(connection, tag, rest) {
    const [user = "", word = ""] = words(rest);
    signIn(connection, tag, { user, word, how: "password" });
  },
  AUTHENTICATE(connection, tag, rest) {
    const [method = "", first] = rest.split(" ");
    if (method.toUpperCase() !== "XOAUTH2") return connection.say(`${tag} NO no se conoce\r\n`);
    const read = (line: string): void => {
      const said = Buffer.from(line, "base64").toString("utf8");
      // user=…, auth=Bearer …, each ended by a Control-A.
      const parts = said.split(String.fromCodePoint(1));
      const user = parts[0]?.replace(/^user=/u, "") ?? "";
      const word = parts[1]?.replace(/^auth=Bearer /u, "") ?? "";
      signIn(connection, tag, { user, word, how: "token" });
    };
    if (first !== undefined) return read(first);
    connection.waits = read;
    connection.say("+ \r\n");
  },
  LIST: (connection, tag, rest) => list(connection, tag, { word: "LIST", rest }),
  LSUB: (connection, tag, rest) => list(connection, tag, { word: "LSUB", rest }),
  CREATE(connection, tag, rest) {
    const [name = ""] = words(rest);
    connection.server.folders.set(name, { uidValidity: 7, nextUid: 1, messages: [] });
    fine(connection, tag);
  },
  SUBSCRIBE: (connection, tag) => fine(connection, tag),
  SELECT(connection, tag, rest) {
    const [name = ""] = words(rest);
    const folder = connection.server.folders.get(name);
    if (folder === undefined) return connection.say(`${tag} NO [NONEXISTENT] no existe\r\n`);
    connection.selected = folder;
    connection.say("* FLAGS (\\Seen \\Deleted)\r\n* OK [PERMANENTFLAGS (\\Seen \\Deleted)] x\r\n");
    connection.say(`* ${folder.messages.length} EXISTS\r\n* 0 RECENT\r\n`);
    connection.say(
      `* OK [UIDVALIDITY ${folder.uidValidity}] x\r\n* OK [UIDNEXT ${folder.nextUid}] x\r\n`,
    );
    fine(connection, tag, "[READ-WRITE] hecho");
  },
  EXAMINE: (connection, tag, rest) => acts["SELECT"]?.(connection, tag, rest),
  "UID SEARCH"(connection, tag, rest) {
    const { messages } = connection.selected ?? { messages: [] };
    const since = /SINCE "?(\d{1,2}-\w{3}-\d{4})"?/iu.exec(rest)?.[1];
    const set = /UID ([\d:*,]+)/iu.exec(rest)?.[1] ?? "1:*";
    const from = since === undefined ? 0 : Date.parse(`${since} UTC`);
    const found = inSet(connection.selected, set).filter(({ at }) => at.getTime() >= from);
    connection.say(`* SEARCH${found.map(({ uid }) => ` ${uid}`).join("")}\r\n`);
    fine(connection, tag, `${messages.length}`);
  },
  "UID FETCH"(connection, tag, rest) {
    const [set = ""] = rest.split(" ");
    for (const message of inSet(connection.selected, set))
      if (!fetched(connection, message, rest)) return;
    fine(connection, tag);
  },
  "UID STORE"(connection, tag, rest) {
    const [set = ""] = rest.split(" ");
    const flags = /\(([^)]*)\)/u.exec(rest)?.[1]?.split(" ") ?? [];
    for (const { flags: own } of inSet(connection.selected, set))
      for (const flag of flags) own.add(flag);
    fine(connection, tag);
  },
  "UID MOVE"(connection, tag, rest) {
    const [set = "", ...name] = rest.split(" ");
    const to = connection.server.folders.get(words(name.join(" "))[0] ?? "");
    const from = connection.selected;
    if (to === undefined || from === null)
      return connection.say(`${tag} NO [TRYCREATE] no existe\r\n`);
    for (const message of inSet(from, set)) {
      connection.say(`* ${from.messages.indexOf(message) + 1} EXPUNGE\r\n`);
      from.messages = from.messages.filter((one) => one !== message);
      to.messages.push({ ...message, uid: to.nextUid++ });
    }
    fine(connection, tag);
  },
  IDLE(connection, tag) {
    connection.idle = tag;
    connection.say("+ espero\r\n");
  },
  LOGOUT(connection, tag) {
    connection.say("* BYE adiós\r\n");
    fine(connection, tag);
    connection.socket.end();
  },
};

function signIn(
  connection: ImapConnection,
  tag: string,
  { user, word, how }: { user: string; word: string; how: "password" | "token" },
): void {
  connection.signedIn = connection.server.admits(user, word, how);
  if (connection.signedIn) return fine(connection, tag);
  connection.say(`${tag} NO [AUTHENTICATIONFAILED] usuario o clave incorrectos\r\n`);
}

function list(
  connection: ImapConnection,
  tag: string,
  { word, rest }: { readonly word: string; readonly rest: string },
): void {
  const [, pattern = "*"] = words(rest);
  const isAny = /[*%]/u.test(pattern);
  for (const name of connection.server.folders.keys())
    if (isAny || name === pattern) connection.say(`* ${word} (\\HasNoChildren) "/" "${name}"\r\n`);
  fine(connection, tag);
}

/** Says what was asked of a message; false where the line was cut in the middle of it. */
function fetched(connection: ImapConnection, message: KeptMessage, rest: string): boolean {
  const { uid, raw, at, flags } = message;
  const number = (connection.selected?.messages.indexOf(message) ?? 0) + 1;
  const parts = [`UID ${uid}`];
  if (/FLAGS/iu.test(rest)) parts.push(`FLAGS (${[...flags].join(" ")})`);
  if (/RFC822\.SIZE/iu.test(rest)) parts.push(`RFC822.SIZE ${raw.length}`);
  if (/INTERNALDATE/iu.test(rest)) parts.push(`INTERNALDATE "${internalDate(at)}"`);
  const [body, , start, length] = /BODY(\.PEEK)?\[\](?:<(\d+)\.(\d+)>)?/iu.exec(rest) ?? [];
  const head = `* ${number} FETCH (${parts.join(" ")}`;
  if (body === undefined) return (connection.say(`${head})\r\n`), true);
  const from = Number(start ?? 0);
  const bytes = raw.subarray(from, length === undefined ? undefined : from + Number(length));
  const origin = start === undefined ? "" : `<${from}>`;
  const cut = connection.server.cutAfter(uid, bytes.length);
  connection.say(`${head} BODY[]${origin} {${bytes.length}}\r\n`);
  connection.say(cut === null ? bytes : bytes.subarray(0, cut));
  if (cut !== null) return (connection.socket.destroySoon(), false);
  connection.say(")\r\n");
  return true;
}

/** Messages of a set such as "3,5:7,9:*"; "*" is the last, and a range may be written backwards (RFC 3501 §6.4.8). */
function inSet(folder: ImapFolder | null, set: string): readonly KeptMessage[] {
  const messages = folder?.messages ?? [];
  const last = messages.at(-1)?.uid ?? 0;
  const place = (text: string): number => (text === "*" ? last : Number(text));
  const ranges = set.split(",").map((range) => {
    const [from = "", to = from] = range.split(":");
    return [place(from), place(to)].toSorted((a, b) => a - b);
  });
  return messages.filter(({ uid }) =>
    ranges.some(([from = 0, to = 0]) => uid >= from && uid <= to),
  );
}

const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

function internalDate(at: Date): string {
  const two = (n: number): string => String(n).padStart(2, "0");
  const day = `${two(at.getUTCDate())}-${months[at.getUTCMonth()]}-${at.getUTCFullYear()}`;
  return `${day} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())} +0000`;
}

/** Atoms and quoted strings of an argument list. */
function words(text: string): string[] {
  return [...text.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/gu)].map(
    ([, quoted, atom]) => quoted?.replace(/\\(.)/gu, "$1") ?? atom ?? "",
  );
}
