/**
 * The articles that a text leads to: the ids that stand in it after `<address>/articulos/`, where
 * `addresses` are those at which the desk's pages stand ("https://ayuda.example.com/d/hib2b"); each
 * once, in the order in which they stand.
 */
export function linkedArticles(text: string, addresses: readonly string[]): readonly string[] {
  const found = addresses.flatMap((address) =>
    text
      .split(`${address}/articulos/`)
      .slice(1)
      .flatMap((after) => /^[a-z0-9][a-z0-9-]{0,79}(?![\w/])/u.exec(after)?.[0] ?? []),
  );
  return [...new Set(found)];
}
