/** Names that browsers give themselves, the more particular first: most of them also say that they are Chrome or Safari. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg(e|A|iOS)?\//u, "Edge"],
  [/OPR\//u, "Opera"],
  [/SamsungBrowser\//u, "Samsung Internet"],
  [/Firefox\/|FxiOS\//u, "Firefox"],
  [/Chrome\/|CriOS\//u, "Chrome"],
  [/Safari\//u, "Safari"],
];

const systems: readonly (readonly [RegExp, string])[] = [
  [/iPhone|iPod/u, "iPhone"],
  [/iPad/u, "iPad"],
  [/Android/u, "Android"],
  [/Windows/u, "Windows"],
  [/Mac OS X|Macintosh/u, "Mac"],
  [/CrOS/u, "ChromeOS"],
  [/Linux/u, "Linux"],
];

/** The browser and the system that a `User-Agent` names, as people call them; `null` where it names none that is known. */
export function deviceOf(agent: string | null): {
  readonly browser: string | null;
  readonly system: string | null;
} {
  const text = (agent ?? "").slice(0, 500);
  const named = (list: typeof browsers): string | null =>
    list.find(([pattern]) => pattern.test(text))?.[1] ?? null;
  return { browser: named(browsers), system: named(systems) };
}
