/**
 * Gives what does a work in turn, never twice at once: asked for while it is under way, it is done
 * once more when that has ended, as it was asked for last. Resolves when nothing more is to be done.
 */
export function inTurn(): (work: () => Promise<void>) => Promise<void> {
  let wanted: (() => Promise<void>) | null = null;
  let underWay: Promise<void> | null = null;
  const run = async (): Promise<void> => {
    while (wanted !== null) {
      const work = wanted;
      wanted = null;
      await work();
    }
  };
  return (work) => {
    wanted = work;
    underWay ??= run().finally(() => {
      underWay = null;
    });
    return underWay;
  };
}
