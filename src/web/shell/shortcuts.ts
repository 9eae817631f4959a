import { useEffect, useEffectEvent } from "react";
import { isBoxComing } from "../search/opened.ts";
import { preferencesNow } from "../app/preferences.ts";
import { secondStroke } from "./strokes.ts";

/** Keys of one stroke and what they do. */
export type Shortcuts = Readonly<Record<string, () => void>>;

/** Whether one-key shortcuts are wanted by whoever works: yes, until they switch them off. */
export function wantsShortcuts(): boolean {
  return preferencesNow().shortcuts;
}

/**
 * Listens for shortcuts while the component is there. They are dead inside fields, dialogs and
 * menus, beside a modifier key, and where the person prefers none.
 */
export function useShortcuts(shortcuts: Shortcuts): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const act = shortcuts[event.key];
    if (act === undefined || isDeaf(event) || secondStroke()) return;
    event.preventDefault();
    // A list must not take the same key for a search by first letter.
    event.stopPropagation();
    act();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => press(event);
    window.addEventListener("keydown", listen, { capture: true });
    return () => window.removeEventListener("keydown", listen, { capture: true });
  }, []);
}

/** Whether a stroke is for no shortcut: typed into a field, beside a modifier key, taken already, or none is wanted. */
export function isDeaf(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || isBoxComing() || !wantsShortcuts()) return true;
  return event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target);
}

const DEAF =
  "input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable], [role=dialog], [role=menu], [role=listbox]";

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(DEAF) !== null;
}
