import { onlineManager } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { useWords } from "../app/language.tsx";

/** Says that there is no network, for as long as there is none. */
export function Away() {
  const { words } = useWords();
  const isOnline = useSyncExternalStore(
    (changed) => onlineManager.subscribe(changed),
    () => onlineManager.isOnline(),
  );
  return <output className="away">{isOnline ? null : words.network.offline}</output>;
}
