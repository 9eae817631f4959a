import { useMemo } from "react";
import { bareMail } from "./mail-bare.ts";

interface Framed {
  /** As the server writes it. */
  readonly html: string;
  readonly title: string;
}

/** A mail as its reader would see it, in a frame that runs nothing, asks nothing and leads nowhere. */
export function MailFrame({ html, title }: Framed) {
  const bare = useMemo(() => bareMail(html), [html]);
  return (
    <iframe
      className="mail-html mail-preview"
      title={title}
      sandbox="allow-same-origin"
      srcDoc={bare.html}
      onLoad={({ currentTarget }) => dress(currentTarget, bare.css)}
    />
  );
}

/** Lays the mail's styles on by hand: the frame has its page's policy, which forbids those that are written in it. */
function dress(frame: HTMLIFrameElement, css: string): void {
  const { contentDocument: mail, contentWindow: view } = frame;
  if (mail === null || view === null) return;
  for (const one of mail.querySelectorAll<HTMLElement>("[data-style]"))
    one.style.cssText = one.dataset["style"] ?? "";
  const sheet = new (view as Window & typeof globalThis).CSSStyleSheet();
  sheet.replaceSync(css);
  mail.adoptedStyleSheets = [sheet];
  frame.style.height = `${String(mail.documentElement.scrollHeight)}px`;
}
