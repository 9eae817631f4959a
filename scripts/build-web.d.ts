/** Makes sure that `.build/web` of a checkout is built from the sources as they stand, with the runtime at a path. */
export function ensureWeb(root: string, runtime: string): Promise<void>;
