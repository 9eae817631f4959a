import type { ReactNode } from "react";

const ADDRESS = /(https?:\/\/[^\s<>"]+)/u;

/** A plain text with its addresses made links that open beside this page. */
export function withLinks(text: string): readonly ReactNode[] {
  return text.split(ADDRESS).map((part, i) =>
    i % 2 === 0 ? (
      part
    ) : (
      <a key={i} href={part} target="_blank" rel="noreferrer">
        {part}
      </a>
    ),
  );
}
