import { useEffect, useEffectEvent } from "react";
import type { RefObject } from "react";
import type { SendHow } from "./use-after.ts";

interface Gestures {
  readonly onFiles: (files: readonly File[]) => void;
  readonly onSend: (how: SendHow) => void;
}

/** What is done in the composer beside typing: files are dropped on it, Ctrl+Enter sends, with Shift on to the next ticket. */
export function useGestures(
  place: RefObject<HTMLElement | null>,
  { onFiles, onSend }: Gestures,
): void {
  const over = useEffectEvent((event: DragEvent) => {
    if (event.dataTransfer?.types.includes("Files") === true) event.preventDefault();
  });
  const drop = useEffectEvent((event: DragEvent) => {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    onFiles(files);
  });
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    // A prepared answer is being looked for: what calls for it is not what is meant to be sent.
    const isLooking = place.current?.querySelector("textarea[data-looking]") ?? null;
    if (isLooking !== null) return;
    onSend(event.shiftKey ? { next: true } : {});
  });
  useEffect(() => {
    const { current } = place;
    const [onOver, onDrop, onPress] = [
      (event: DragEvent): void => over(event),
      (event: DragEvent): void => drop(event),
      (event: KeyboardEvent): void => press(event),
    ];
    current?.addEventListener("dragover", onOver);
    current?.addEventListener("drop", onDrop);
    current?.addEventListener("keydown", onPress);
    return () => {
      current?.removeEventListener("dragover", onOver);
      current?.removeEventListener("drop", onDrop);
      current?.removeEventListener("keydown", onPress);
    };
  }, [place]);
}
