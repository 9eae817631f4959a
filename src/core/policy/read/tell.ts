import type { MessageText, TellMoment, TellRule, TurnRule } from "../policy.ts";
import type { Path } from "../problem.ts";
import type { TellPart } from "../schema/tell.ts";
import type { WordsSource } from "../schema/words.ts";
import { messageVariables, variableOf, variablesIn } from "../variables.ts";
import { readWhen } from "./condition.ts";
import { amountOf } from "./length.ts";
import type { LengthContext } from "./length.ts";
import { listOf, refers, sourceOf, textOf } from "./reading.ts";
import type { Reading } from "./reading.ts";

function checkVariables(reading: Reading, words: WordsSource, path: Path): void {
  const texts =
    typeof words === "string"
      ? [{ path, text: words }]
      : Object.entries(words).map(([language, text]) => ({
          path: [...path, language],
          text: text ?? "",
        }));
  for (const { path: here, text } of texts) {
    for (const name of variablesIn(text)) {
      refers(reading, { what: "variable", known: messageVariables }, { path: here, name });
    }
  }
}

/** Compiles the messages; every `{name}` in them must be one that can be filled in. */
export function readMessages(reading: Reading): MessageText[] {
  return Object.entries(reading.pack.messages ?? {}).map(([id, part]) => {
    checkVariables(reading, part.subject, ["messages", id, "subject"]);
    checkVariables(reading, part.body, ["messages", id, "body"]);
    return { id, subject: textOf(part.subject), body: textOf(part.body) };
  });
}

/** A message must hold what its rule says that it says, in every language that it has. */
function checkSays(
  reading: Reading,
  part: TellPart,
  at: { path: Path; message: MessageText },
): void {
  const { subject, body } = at.message;
  for (const [i, fact] of (part.says ?? []).entries()) {
    const variable = variableOf[fact];
    if (variable === undefined) continue;
    const lacking = (["es", "en"] as const).find((language) => {
      const text = body[language];
      return (
        text !== undefined && !variablesIn(`${subject[language] ?? ""} ${text}`).includes(variable)
      );
    });
    if (lacking !== undefined) {
      const demand = [...at.path, "says", i];
      // Told where the pack itself can mend it: at its demand, or at its message under a shared demand.
      const isOwn = reading.whereIs(demand).file === reading.whereIs(["desk"]).file;
      const path = isOwn ? demand : ["messages", at.message.id, "body"];
      reading.say(
        "message-does-not-say",
        { path },
        { message: at.message.id, variable, language: lacking },
      );
      return;
    }
  }
}

type WrittenTurn = NonNullable<TellPart["in-turn"]>[number];

/** "phone", or { phone: 30min }: the way, and how long after the one before it. */
function readTurn(
  reading: Reading,
  said: WrittenTurn,
  at: LengthContext & { readonly path: Path },
): TurnRule | null {
  const [channel, after] =
    typeof said === "string" ? [said, null] : (Object.entries(said)[0] ?? []);
  if (channel !== "phone" && channel !== "mail") return null;
  if (typeof after !== "string") return { channel, after: null };
  const amount = amountOf(reading, after, { ...at, path: [...at.path, channel] });
  return amount === null ? null : { channel, after: amount };
}

/** Compiles what is told one way after the other; the last must reach whoever was never at home. */
function readTurns(
  reading: Reading,
  part: TellPart,
  at: LengthContext & { readonly path: Path },
): readonly TurnRule[] {
  const path = [...at.path, "in-turn"];
  const turns = (part["in-turn"] ?? []).flatMap(
    (said, i) => readTurn(reading, said, { ...at, path: [...path, i] }) ?? [],
  );
  if (part["in-turn"] !== undefined && turns.length > 0 && turns.at(-1)?.channel !== "mail")
    reading.say("turn-without-end", { path, of: "key" }, {});
  return turns;
}

/** Ways in turn are kept for the solution, by telephone and by mail. */
export function* unkeptTurns({ pack }: Reading): Generator<Path> {
  for (const [moment, said] of Object.entries(pack.tell ?? {})) {
    if (said === undefined || said === "nothing") continue;
    for (const [i, part] of listOf(said).entries()) {
      const path = ["tell", moment, ...(Array.isArray(said) ? [i] : []), "in-turn"];
      const turns = part["in-turn"] ?? [];
      if (turns.length > 0 && moment !== "solved") yield path;
      else yield* unkeptWays(turns, path);
    }
  }
}

function* unkeptWays(turns: readonly WrittenTurn[], path: Path): Generator<Path> {
  for (const [i, said] of turns.entries()) {
    const ways = typeof said === "string" ? [said] : Object.keys(said);
    if (ways.length !== 1 || (ways[0] !== "phone" && ways[0] !== "mail")) yield [...path, i];
  }
}

function readTell(
  reading: Reading,
  on: TellMoment,
  at: { part: TellPart; path: Path; messages: readonly MessageText[]; length: LengthContext },
): TellRule | null {
  const { part, path } = at;
  if (part.message === undefined) {
    reading.say("missing-key", { path }, { key: "message" });
    return null;
  }
  const known = at.messages.map((message) => message.id);
  if (
    !refers(reading, { what: "message", known }, { path: [...path, "message"], name: part.message })
  )
    return null;
  const message = at.messages.find((one) => one.id === part.message);
  if (message !== undefined) checkSays(reading, part, { path, message });
  const inTurn = readTurns(reading, part, { ...at.length, path });
  return {
    on,
    when: readWhen(reading, part.when, [...path, "when"]),
    message: part.message,
    by: inTurn.length > 0 ? [] : (part.by ?? ["mail"]),
    says: part.says ?? [],
    ...(inTurn.length > 0 ? { inTurn } : {}),
    ...sourceOf(reading, part, path),
  };
}

/** Compiles what is told and when; `nothing` takes back what a shared part would tell. */
export function readTells(
  reading: Reading,
  messages: readonly MessageText[],
  length: LengthContext,
): TellRule[] {
  return Object.entries(reading.pack.tell ?? {}).flatMap(([moment, said]) => {
    if (said === undefined || said === "nothing") return [];
    const isList = Array.isArray(said);
    return listOf(said).flatMap((part, i) => {
      const path = isList ? ["tell", moment, i] : ["tell", moment];
      return readTell(reading, moment as TellMoment, { part, path, messages, length }) ?? [];
    });
  });
}
