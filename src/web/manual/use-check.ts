import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import type { PackChecked, PackMark } from "../../contract/policy.ts";
import { checkPack, readParts } from "../api/policy-draft.ts";
import { valueOf } from "../api/request.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { canCheckHere, checkHere } from "./check-here.ts";

/** What is known of the text on the screen. */
export interface Check {
  readonly marks: readonly PackMark[];
  /** What the server found in this very text; null: it has not answered yet. */
  readonly checked: PackChecked | null;
  /** Whether nothing is known yet to be wrong, and the server said that it could be published. */
  readonly sound: boolean;
}

/** Checks while it is written: mistakes at once and here, the rest by the server after a pause. */
export function useCheck(source: string): Check {
  const { desk } = useDesk();
  const { language } = useWords();
  const soon = useSettled(source, 200);
  const later = useSettled(source, 700);
  const parts = useQuery({
    queryKey: ["policy-parts", desk.id],
    queryFn: async ({ signal }) => valueOf(await readParts(desk.id, signal)).shared,
    staleTime: Infinity,
  });
  const shared = parts.data;
  const here = useMemo(
    () => (canCheckHere && shared !== undefined ? checkHere(soon, shared, language) : null),
    [soon, shared, language],
  );
  const server = useQuery({
    queryKey: ["policy-check", desk.id, language, later],
    queryFn: async ({ signal }) => valueOf(await checkPack(desk.id, later, signal)),
    enabled: later !== "",
    staleTime: 60_000,
    gcTime: 60_000,
  });
  const isCurrent = later === source && server.data !== undefined;
  const checked = isCurrent ? server.data : null;
  const marks = checked?.marks ?? here ?? server.data?.marks ?? none;
  return { marks, checked, sound: checked?.sound ?? false };
}

const none: readonly PackMark[] = [];

/** A value once it has stood still for so many milliseconds. */
function useSettled(value: string, ms: number): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), settled === "" ? 0 : ms);
    return () => clearTimeout(timer);
  }, [value, ms, settled]);
  return settled;
}
