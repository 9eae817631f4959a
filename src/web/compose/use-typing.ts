import { useRef, useState } from "react";
import type { FocusEvent, KeyboardEvent, RefObject } from "react";
import { useInsertions } from "./insert.ts";
import type { MenuKeys } from "./choices.tsx";
import { typedAt, writtenOver } from "./typed.ts";
import type { Typed } from "./typed.ts";
import type { ComposedNow } from "./use-composition.ts";

/** What happens in the box while one types: which menu is called for, what its keys do, what is written into it. */
export function useTyping(
  area: RefObject<HTMLTextAreaElement | null>,
  { draft, change, side }: ComposedNow,
) {
  const keys = useRef<MenuKeys | null>(null);
  const dismissed = useRef<number | null>(null);
  const [typed, setTyped] = useState<Typed | null>(null);
  const look = (): void => {
    const { current } = area;
    if (current === null) return;
    const found = typedAt(current.value, current.selectionStart);
    if (found === null) dismissed.current = null;
    const isOffered = found !== null && (found.menu === "slash" || side === "desk");
    setTyped(isOffered && dismissed.current !== found.from ? found : null);
  };
  const write = (at: Pick<Typed, "from" | "to">, text: string): void => {
    const over = writtenOver(area.current?.value ?? draft.text, at, text);
    change({ text: over.text });
    setTyped(null);
    requestAnimationFrame(() => {
      area.current?.focus();
      selectBlank(area.current, over.text, over.cursor);
    });
  };
  useInsertions(({ text, used }) => {
    const from = area.current?.selectionStart ?? draft.text.length;
    write({ from, to: area.current?.selectionEnd ?? from }, text);
    if (used !== undefined) change({ used: [...draft.used, used] });
  });
  const press = (event: KeyboardEvent): void => {
    if (typed === null || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      dismissed.current = typed.from;
      setTyped(null);
    } else if (keys.current === null) {
      // The menu is on its way: what chooses in it writes nothing into the box.
      if (event.key === "Enter" || event.key === "Tab") event.preventDefault();
    } else if (keys.current(event.key)) event.preventDefault();
  };
  return {
    ...{ typed, write },
    close: () => setTyped(null),
    onKeys: (given: MenuKeys | null): void => {
      keys.current = given;
    },
    listening: {
      onKeyDown: press,
      onInput: () => requestAnimationFrame(look),
      onClick: look,
      onBlur: ({ relatedTarget }: FocusEvent) => {
        if (relatedTarget instanceof Element && relatedTarget.closest(".call-menu") !== null)
          return;
        setTyped(null);
      },
    },
  };
}

/** Selects the first place that is still to be written, or goes to the end of what was put in. */
function selectBlank(area: HTMLTextAreaElement | null, text: string, cursor: number): void {
  const from = text.indexOf("{{");
  const to = from === -1 ? -1 : text.indexOf("}}", from);
  if (from === -1 || to === -1) area?.setSelectionRange(cursor, cursor);
  else area?.setSelectionRange(from, to + 2);
}
