const PREFIX = "plazo.";

/** What this browser keeps under a name; `null` where there is nothing, or it keeps nothing at all. */
export function recall(name: string): string | null {
  return store()?.getItem(PREFIX + name) ?? null;
}

/** Keeps a value in this browser; `null` forgets it. A browser that keeps nothing does without. */
export function remember(name: string, value: string | null): void {
  const place = store();
  if (value === null) place?.removeItem(PREFIX + name);
  else place?.setItem(PREFIX + name, value);
}

/** Hears what another tab of this browser keeps under a name; what it returns stops that. */
export function onRemembered(name: string, hear: (value: string | null) => void): () => void {
  const listen = ({ key, newValue }: StorageEvent): void => {
    if (key === PREFIX + name) hear(newValue);
  };
  window.addEventListener("storage", listen);
  return () => window.removeEventListener("storage", listen);
}

/** Reading the property is what throws where storage is blocked; a descriptor does not. */
function store(): Storage | null {
  return navigator.cookieEnabled ? globalThis.localStorage : null;
}
