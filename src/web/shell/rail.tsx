import { useState, useSyncExternalStore } from "react";
import { frameWords } from "../../words/workspace/frame.ts";
import { recall, remember } from "../app/keep.ts";
import { useWords } from "../app/language.tsx";
import { Icon } from "../ui/icons.tsx";

const small = window.matchMedia("(max-width: 75rem)");
const watch = (told: () => void): (() => void) => {
  small.addEventListener("change", told);
  return () => small.removeEventListener("change", told);
};

/**
 * Whether the column of sections shows icons alone, and the turn of it. This browser keeps what was
 * turned; until then it is narrow where there is little width.
 */
export function useRail(): { readonly isNarrow: boolean; readonly turn: () => void } {
  const isSmall = useSyncExternalStore(watch, () => small.matches);
  const [kept, setKept] = useState(() => recall("rail"));
  const isNarrow = kept === null ? isSmall : kept === "narrow";
  const turn = (): void => {
    const next = isNarrow ? "wide" : "narrow";
    setKept(next);
    remember("rail", next);
  };
  return { isNarrow, turn };
}

/** The button that folds the column of sections to its icons. */
export function RailButton({
  isNarrow,
  turn,
}: {
  readonly isNarrow: boolean;
  readonly turn: () => void;
}) {
  const { language } = useWords();
  const say = frameWords[language];
  return (
    <button
      type="button"
      className="icon-button rail-button"
      aria-label={isNarrow ? say.widen : say.narrow}
      title={isNarrow ? say.widen : say.narrow}
      onClick={turn}
    >
      <Icon name="rail" />
    </button>
  );
}
