import { useState } from "react";
import type { TicketDetail } from "../../contract/ticket.ts";
import { bare } from "../../core/text/bare.ts";
import { sayDatedInstant } from "../../words/dates.ts";
import { actName } from "../../words/workspace/verbs.ts";
import { bulkWords } from "../../words/workspace/bulk.ts";
import { queueWorkWords } from "../../words/workspace/queue-work.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { useServerTime } from "../time/now.tsx";
import { QuickPick } from "../ui/quick-pick.tsx";
import { laterInstants, numbered, takenBy } from "./quick-choices.ts";
import type { QuickAct as Name, QuickChoice } from "./quick-choices.ts";

interface Asking {
  readonly ticket: TicketDetail;
  readonly act: Name;
  readonly onTake: (choice: QuickChoice) => void;
  readonly onClose: () => void;
}

/** A small menu that a key opens: a digit takes a choice at once, letters narrow the list, Enter takes the first. */
export function QuickAct({ ticket, act, onTake, onClose }: Asking) {
  const { language } = useWords();
  const [typed, setTyped] = useState("");
  const choices = useChoices(ticket, act);
  const wanted = bare(typed).split(/\s+/u).filter(Boolean);
  const found = choices.filter(({ label }) => {
    const words = bare(label).split(/[^\p{L}\p{N}]+/u);
    return wanted.every((one) => words.some((word) => word.startsWith(one)));
  });
  return (
    <QuickPick
      title={actName(act, language)}
      hint={queueWorkWords[language].keys.hint}
      typed={typed}
      onType={(text) => {
        const taken = takenBy(text, choices);
        if (taken === null) setTyped(text);
        else onTake(taken);
      }}
      options={found}
      onPick={(id) => {
        const taken = choices.find((one) => one.id === id);
        if (taken !== undefined) onTake(taken);
      }}
      onClose={onClose}
    />
  );
}

function useChoices({ row, routes }: TicketDetail, act: Name): readonly QuickChoice[] {
  const { language, text } = useWords();
  const { desk, me, level, place } = useDesk();
  const { now } = useServerTime();
  switch (act) {
    case "assign": {
      const others = desk.staff.filter(({ id, role }) => id !== me.id && role !== "auditor");
      const people = [...(others.length === desk.staff.length ? [] : [me]), ...others];
      return [
        ...numbered(people.map(({ id, name }) => ({ id, label: name, body: { to: id } }))),
        ...(row.assignee === null
          ? []
          : [{ id: "-", label: bulkWords[language].nobody, key: "0", body: { to: null } }]),
      ];
    }
    case "classify":
      return numbered(
        desk.severities.map(({ id, label }) => ({
          id,
          label: text(label),
          body: { severity: id },
        })),
      );
    case "route":
      return numbered(routes.map((id) => ({ id, label: level(id), body: { to: id } })));
    case "schedule": {
      const [hours = []] = Object.values(desk.hours);
      return numbered(
        laterInstants(now, hours).map((until) => ({
          id: String(until),
          label: sayDatedInstant(until, place),
          body: { until },
        })),
      );
    }
  }
}
