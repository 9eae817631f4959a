import { useEffect, useEffectEvent, useMemo, useState } from "react";
import { z } from "zod";
import type { TrackerRow } from "../../contract/tracker.ts";
import { recall, remember } from "../app/keep.ts";
import { lookedAt, newsOf } from "./news.ts";
import type { Looked, News } from "./news.ts";

const kept = z.object({ at: z.number(), rows: z.record(z.string(), z.string()) });

function readLooked(name: string): Looked | null {
  const text = recall(name);
  return text === null ? null : (kept.safeParse(JSON.parse(text)).data ?? null);
}

/**
 * What changed in a list since its reader last looked, in this browser: until they say that they saw
 * it, or leave. `null` rows: they are not there yet.
 */
export function useNews(
  list: string,
  rows: readonly TrackerRow[] | null,
): News & { readonly since: number | null; readonly seen: () => void } {
  const name = `tracker.${list}`;
  const [opened] = useState(Date.now);
  const [looked, setLooked] = useState({ name, was: readLooked(name) });
  // Another list was looked at another time; who never looked at one begins with what is there first.
  if (looked.name !== name) setLooked({ name, was: readLooked(name) });
  else if (looked.was === null && rows !== null) setLooked({ name, was: lookedAt(rows, opened) });
  const keep = useEffectEvent(() => {
    if (rows !== null) remember(name, JSON.stringify(lookedAt(rows, Date.now())));
  });
  useEffect(() => {
    window.addEventListener("pagehide", keep);
    return () => {
      window.removeEventListener("pagehide", keep);
      keep();
    };
  }, [name]);
  const news = useMemo(() => newsOf(rows ?? [], looked.was), [rows, looked]);
  return {
    ...news,
    since: looked.was?.at ?? null,
    seen() {
      keep();
      if (rows !== null) setLooked({ name, was: lookedAt(rows, Date.now()) });
    },
  };
}
