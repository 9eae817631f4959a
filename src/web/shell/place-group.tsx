import { useState } from "react";
import type { ReactNode } from "react";
import { recall, remember } from "../app/keep.ts";
import { Icon } from "../ui/icons.tsx";

interface Group {
  readonly name: string;
  readonly title: string;
  readonly children: ReactNode;
}

/** A group of places under its name, which folds it; this browser keeps whether it is folded. */
export function PlaceGroup({ name, title, children }: Group) {
  const kept = `rail.${name}`;
  const [isOpen, setOpen] = useState(() => recall(kept) !== "folded");
  const turn = (): void => {
    setOpen(!isOpen);
    remember(kept, isOpen ? "folded" : null);
  };
  return (
    <div className="place-group">
      <button type="button" className="place-title" aria-expanded={isOpen} onClick={turn}>
        <span>{title}</span>
        <Icon name="down" />
      </button>
      {isOpen ? children : null}
    </div>
  );
}
