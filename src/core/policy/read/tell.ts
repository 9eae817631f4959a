import type { MessageText, TellMoment, TellRule } from "../policy.ts";
import type { Path } from "../problem.ts";
import type { TellPart } from "../schema/tell.ts";
import type { WordsSource } from "../schema/words.ts";
import { messageVariables, variableOf, variablesIn } from "../variables.ts";
import { readWhen } from "./condition.ts";
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

function readTell(
  reading: Reading,
  on: TellMoment,
  at: { part: TellPart; path: Path; messages: readonly MessageText[] },
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
  return {
    on,
    when: readWhen(reading, part.when, [...path, "when"]),
    message: part.message,
    by: part.by ?? ["mail"],
    says: part.says ?? [],
    ...sourceOf(reading, part, path),
  };
}

/** Compiles what is told and when; `nothing` takes back what a shared part would tell. */
export function readTells(reading: Reading, messages: readonly MessageText[]): TellRule[] {
  return Object.entries(reading.pack.tell ?? {}).flatMap(([moment, said]) => {
    if (said === undefined || said === "nothing") return [];
    const isList = Array.isArray(said);
    return listOf(said).flatMap((part, i) => {
      const path = isList ? ["tell", moment, i] : ["tell", moment];
      return readTell(reading, moment as TellMoment, { part, path, messages }) ?? [];
    });
  });
}
