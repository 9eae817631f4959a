/**
 * Text in the flowed format (RFC 3676 §4) with its paragraphs in one line each: a line that ends with
 * a space goes on in the next of the same depth of quotation; a signature's mark never does; stuffed
 * spaces go. `deleteSpace` is the sender's DelSp.
 */
export function unflowed(text: string, deleteSpace: boolean): string {
  const lines: { depth: number; text: string; open: boolean }[] = [];
  for (const line of text.split("\n")) {
    const depth = /^>*/u.exec(line)?.[0].length ?? 0;
    const stuffed = line.slice(depth);
    const bare = stuffed.startsWith(" ") ? stuffed.slice(1) : stuffed;
    const isMark = bare === "-- ";
    const open = bare.endsWith(" ") && !isMark;
    const kept = open && deleteSpace ? bare.slice(0, -1) : bare;
    const last = lines.at(-1);
    if (last !== undefined && last.open && last.depth === depth && !isMark) {
      last.text += kept;
      last.open = open;
    } else lines.push({ depth, text: kept, open });
  }
  return lines
    .map(({ depth, text: said }) => (depth === 0 ? said : `${">".repeat(depth)} ${said}`))
    .join("\n");
}
