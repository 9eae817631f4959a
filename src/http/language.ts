import type { Context } from "hono";
import type { Language } from "../core/policy/text.ts";
import type { Reader } from "../site/reader.ts";

/**
 * The language that a list of preferences asks for (RFC 9110 §12.5.4): of Spanish and English, the
 * one with the greater weight, the earlier where they weigh the same; Spanish where neither is named.
 */
export function preferredLanguage(accept: string | undefined): Language {
  let best: { language: Language; weight: number } | null = null;
  for (const part of (accept ?? "").slice(0, 500).split(",")) {
    const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
    const language = tag.split("-")[0];
    if (language !== "es" && language !== "en") continue;
    const given = parameters.map((one) => one.trim()).find((one) => one.startsWith("q="));
    const weight = given === undefined ? 1 : Number(given.slice(2));
    if (weight > (best?.weight ?? 0)) best = { language, weight };
  }
  return best?.language ?? "es";
}

/** The language chosen by `?lang=` or by the form's own `lang`, kept by every link; else the browser's. */
export function readerOf(context: Context, written?: string): Reader {
  const chosen = written ?? context.req.query("lang");
  if (chosen === "es" || chosen === "en") return { language: chosen, chosen: true };
  return { language: preferredLanguage(context.req.header("accept-language")), chosen: false };
}

/** The language of whoever asks. */
export function languageOf(context: Context): Language {
  return readerOf(context).language;
}
