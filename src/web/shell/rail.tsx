import { useState } from "react";
import { frameWords } from "../../words/workspace/frame.ts";
import { recall, remember } from "../app/keep.ts";
import { useWords } from "../app/language.tsx";
import { Icon } from "../ui/icons.tsx";

/** Whether the column of sections shows icons alone, and the turn of it; this browser keeps it. */
export function useRail(): { readonly isNarrow: boolean; readonly turn: () => void } {
  const [isNarrow, setNarrow] = useState(() => recall("rail") === "narrow");
  const turn = (): void => {
    setNarrow(!isNarrow);
    remember("rail", isNarrow ? null : "narrow");
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
