/** A mail's HTML without what a page's own policy forbids to be written in it, and what that said. */
export interface BareMail {
  /** Each inline style stands as `data-style`. */
  readonly html: string;
  /** What its style elements say. */
  readonly css: string;
}

/**
 * Takes the styles out of a mail's HTML as our own templates write it: only tags are changed, never
 * words. The page lays them on again by itself, which its policy (CSP 3 §6.1.16, `style-src`) allows;
 * links open nowhere.
 */
export function bareMail(html: string): BareMail {
  const css = [...html.matchAll(/<style>([^<]*)<\/style>/gu)].map(([, said = ""]) => said);
  const bare = html
    .replaceAll(/<style>[^<]*<\/style>/gu, "")
    .replaceAll(/<[a-z][^>]*>/gu, (tag) => tag.replaceAll(' style="', ' data-style="'))
    .replace("<head>", '<head><base target="_blank">');
  return { html: bare, css: css.join("\n") };
}
