import { useState } from "react";
import { useWords } from "../app/language.tsx";
import { queueWorkWords } from "../../words/workspace/queue-work.ts";
import { QuickPick } from "../ui/quick-pick.tsx";
import { useClientsNamed } from "./clients.ts";
import { matching } from "./filter-options.ts";
import type { FilterOption } from "./filter-options.ts";

interface Picking {
  readonly options: readonly FilterOption[];
  readonly onPick: (says: FilterOption["says"]) => void;
  readonly onClose: () => void;
}

/** One box in which any filter is found by typing the beginning of its words; what matches none is sought in the subject. */
export function PickFilter({ options, onPick, onClose }: Picking) {
  const { language } = useWords();
  const say = queueWorkWords[language];
  const [typed, setTyped] = useState("");
  const clients = useClientsNamed(typed);
  const found = [...matching(options, typed), ...clients];
  const words = typed.trim();
  const text = { id: "text", of: say.is["text"] ?? "", label: `«${words}»`, says: { text: words } };
  const shown = words === "" ? found : [...found, text];
  return (
    <QuickPick
      title={say.filter}
      hint={say.filterHint}
      typed={typed}
      onType={setTyped}
      options={shown.map(({ id, of, label }) => ({ id, label, of }))}
      onPick={(id) => {
        const picked = shown.find((one) => one.id === id);
        if (picked !== undefined) onPick(picked.says);
      }}
      onClose={onClose}
    />
  );
}
