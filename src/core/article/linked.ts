/**
 * The articles that a text leads to: the ids that stand in it after `<address>/articulos/`, where
 * `addresses` are those at which the desk's pages stand ("https://ayuda.example.com/d/hib2b"); each
 * once, in the order in which they stand.
 */
export function linkedArticles(text: string, addresses: readonly string[]): readonly string[] {
  const found = addresses.flatMap((address) => {
    const way = `${address}/articulos/`;
    return [...text.matchAll(RegExp(RegExp.escape(way), "gu"))].flatMap(({ index }) => {
      const id = /^[a-z0-9][a-z0-9-]{0,79}(?![\w/])/u.exec(text.slice(index + way.length))?.[0];
      return id === undefined ? [] : [{ index, id }];
    });
  });
  return [...new Set(found.toSorted((a, b) => a.index - b.index).map(({ id }) => id))];
}
