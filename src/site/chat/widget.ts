import { readFileSync } from "node:fs";
import type { Policy } from "../../core/policy/policy.ts";
import { inLanguage } from "../../core/policy/text.ts";
import { chatWords } from "../../words/site/chat.ts";
import { inTerms } from "../../words/terms.ts";

let template: string | null = null;

/** The script that a host page loads: a button with the desk's words, and on click the frame; nothing else. */
export function chatWidget({ desk, channels }: Pick<Policy, "desk" | "channels">): string {
  template ??= small(readFileSync(new URL("../assets/chat-widget.js", import.meta.url), "utf8"));
  const channel = channels.find(({ id }) => id === "chat");
  const words = (language: "es" | "en"): readonly string[] => {
    const label = channel === undefined ? "Chat" : inLanguage(channel.label, language);
    const w = chatWords[language];
    const title = w.title(inLanguage(desk.name, language));
    return [label, title, w.close].map((text) => inTerms(text, desk.terms, language));
  };
  const config = JSON.stringify({ desk: desk.id, es: words("es"), en: words("en") });
  return template.replace("__CONFIG__", () => config.replaceAll("<", "\\u003c"));
}

/** Without comments of whole lines and what indents it. */
function small(script: string): string {
  return script
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("//"))
    .join("\n");
}
