import { useEffect } from "react";
import type { RefObject } from "react";

type Area = RefObject<HTMLTextAreaElement | null>;

/** Marks the box while its menu is on its way: nothing that is half typed is sent meanwhile. */
export function useLooking(area: Area, isLooking: boolean): void {
  useEffect(() => {
    const box = area.current;
    if (!isLooking || box === null) return undefined;
    box.setAttribute("data-looking", "");
    return () => box.removeAttribute("data-looking");
  }, [area, isLooking]);
}

/** In the place of a menu whose code is on its way. */
export function MenuComing({ area }: { readonly area: Area }): null {
  useLooking(area, true);
  return null;
}
