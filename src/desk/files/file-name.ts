/** Longest name kept, in characters, its extension included. */
const longest = 120;

/**
 * A file's name as it is kept: composed (NFC), without folders, control characters, marks that turn
 * the reading direction (they make "exe.pdf" of "fdp.exe"), and outer dots and spaces; cut, its
 * extension kept. `undefined` where nothing is left.
 */
export function normalName(name: string): string | undefined {
  const bare = (name.normalize("NFC").split(/[/\\]/u).at(-1) ?? "")
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "")
    .replace(/[<>:"|?*]/gu, "_")
    .replace(/\s+/gu, " ")
    .replace(/^[. ]+|[. ]+$/gu, "");
  if (bare === "") return undefined;
  const extension = extensionOf(bare);
  const points = [...bare];
  if (points.length <= longest) return bare;
  return extension === ""
    ? points.slice(0, longest).join("")
    : `${points.slice(0, longest - extension.length - 1).join("")}.${extension}`;
}

/** The name's extension in small letters, "" where it has none. */
export function extensionOf(name: string): string {
  return /\.([A-Za-z0-9]{1,8})$/u.exec(name)?.[1]?.toLowerCase() ?? "";
}

/** The name with an extension that says what the file is, where its own does not. */
export function namedAs(name: string, extensions: readonly string[]): string {
  const [first = "bin"] = extensions;
  return extensions.includes(extensionOf(name)) ? name : `${name}.${first}`;
}
