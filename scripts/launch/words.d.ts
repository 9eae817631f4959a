/** The language of the person at the terminal, as the command has it. */
export function languageOf(
  words: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): "en" | "es";
