/**
 * The page that names every picture of a folder: one row for a screen, with its six pictures as links
 * and the widest light one shown. `files` are names such as `queue-1440-light.webp`.
 */
export function contactSheet(files: readonly string[]): string {
  const named = files.flatMap((file) => {
    const [, screen, width, theme] = /^(.+)-(\d+)-(light|dark)\.webp$/u.exec(file) ?? [];
    return screen === undefined || width === undefined || theme === undefined
      ? []
      : [{ file, screen, width: Number(width), theme }];
  });
  const rows = [...Map.groupBy(named, ({ screen }) => screen)]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([screen, pictures]) => {
      const links = pictures
        .toSorted((a, b) => b.width - a.width || b.theme.localeCompare(a.theme))
        .map(({ file, width, theme }) => `[${width} ${theme}](${file})`);
      const shown = pictures.find(({ width, theme }) => width === 1440 && theme === "light");
      const picture = shown === undefined ? "" : `![${screen}](${shown.file})`;
      return `## ${screen}\n\n${links.join(" · ")}\n\n${picture}\n`;
    });
  const lead =
    "Every screen of a demo desk on the same Friday morning, at 1440, 1024 and 390 pixels, light and dark. `npm run pictures` takes them anew; what each colour means is told in [design.md](../design.md).";
  return `# Pictures\n\n${lead}\n\n${rows.join("\n")}`;
}
