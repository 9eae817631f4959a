import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { SharedDraft } from "../../contract/policy.ts";
import type { Problem } from "../../contract/problem.ts";
import { discardDraft, readDraft, saveDraft } from "../api/policy-draft.ts";
import { valueOf } from "../api/request.ts";
import { useDesk } from "../app/desk.tsx";

/** The text that is being written, and what the server keeps of it. */
export interface Writing {
  readonly source: string;
  readonly base: number;
  /** The revision that the server keeps; 0: no draft. */
  readonly revision: number;
  /** The text that the server keeps: the draft's, or the newest version's. */
  readonly kept: string;
}

/** What somebody else kept while this was written. */
export interface Meanwhile {
  readonly author: string;
  readonly source: string;
  readonly revision: number;
  readonly base: number;
}

export interface DraftState {
  readonly writing: Writing;
  readonly newest: SharedDraft["newest"];
  readonly saving: boolean;
  readonly problem: Problem | null;
  readonly meanwhile: Meanwhile | null;
  readonly write: (source: string) => void;
  readonly discard: () => Promise<void>;
  /** Goes on with what the other kept, or with one's own over it. */
  readonly settle: (whose: "theirs" | "own") => void;
  readonly reload: () => void;
}

/** Milliseconds without a key before the draft is kept. */
const PAUSE = 1_200;

/** The draft as the server keeps it. */
export function useLoadedDraft() {
  const { desk } = useDesk();
  return useQuery({
    queryKey: ["policy-draft", desk.id],
    queryFn: async ({ signal }) => valueOf(await readDraft(desk.id, signal)),
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    gcTime: 0,
  });
}

/** What was loaded, whether it may be written in, and how to load it anew. */
export interface Loaded {
  readonly draft: SharedDraft;
  readonly editable: boolean;
  readonly reload: () => void;
}

/** The draft that the desk's editors share: kept by itself a moment after it was written in. */
export function useDraft({ draft: loaded, editable, reload }: Loaded): DraftState {
  const { desk } = useDesk();
  const [writing, setWriting] = useState<Writing>(() => writingOf(loaded));
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [meanwhile, setMeanwhile] = useState<Meanwhile | null>(null);
  const isDirty = writing.source !== writing.kept;
  const isHeld = meanwhile !== null || saving || !editable;

  useEffect(() => {
    if (!isDirty || isHeld) return undefined;
    const keep = async (sent: Writing): Promise<void> => {
      setSaving(true);
      const { revision, base, source } = sent;
      const answer = await saveDraft(desk.id, { revision, base, source });
      setSaving(false);
      setProblem(answer.ok || answer.problem.code === "draft-meanwhile" ? null : answer.problem);
      if (answer.ok) {
        const kept = { revision: answer.value.revision, kept: source };
        setWriting((now) => ({ ...now, ...kept }));
      } else if (answer.problem.code === "draft-meanwhile") {
        const other = await readDraft(desk.id);
        if (other.ok) setMeanwhile(meanwhileOf(other.value));
      }
    };
    const timer = setTimeout(() => void keep(writing), PAUSE);
    return () => clearTimeout(timer);
  }, [isDirty, isHeld, writing, desk.id]);

  return {
    writing,
    newest: loaded.newest,
    saving,
    problem,
    meanwhile,
    write: (source) => setWriting((now) => ({ ...now, source })),
    async discard() {
      if (writing.revision > 0) await discardDraft(desk.id, writing.revision);
      reload();
    },
    settle(whose) {
      if (meanwhile === null) return;
      const { source, revision, base } = meanwhile;
      const own = whose === "own" ? writing.source : source;
      setWriting({ source: own, base, revision, kept: source });
      setMeanwhile(null);
    },
    reload,
  };
}

function writingOf({ draft, newest }: SharedDraft): Writing {
  if (draft === null)
    return { source: newest.source, base: newest.number, revision: 0, kept: newest.source };
  const { source, base, revision } = draft;
  return { source, base, revision, kept: source };
}

/** Somebody may have thrown the draft away too: then there is the newest version. */
function meanwhileOf({ draft, newest }: SharedDraft): Meanwhile {
  if (draft === null)
    return { author: "", source: newest.source, revision: 0, base: newest.number };
  const { author, source, revision, base } = draft;
  return { author, source, revision, base };
}
