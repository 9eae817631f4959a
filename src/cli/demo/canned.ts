import { isRefusal } from "../../core/refusal.ts";
import { keepCanned } from "../../desk/canned/canned-replies.ts";
import type { Seeding } from "./seed.ts";

/** Keeps the prepared answers of the script as the desk's, in its supervisor's name. */
export async function prepareAnswers({
  plazo,
  desk,
  script,
  members,
}: Pick<Seeding, "plazo" | "desk" | "script" | "members">): Promise<void> {
  const supervisor = members.find(({ role }) => role === "supervisor") ?? members[0];
  if (supervisor === undefined) return;
  const by = { id: supervisor.userId, name: supervisor.name, mayShare: true };
  for (const { takes, ...written } of script.canned) {
    const id = plazo.effects.random.id();
    const acts = takes ? ([{ act: "assign", to: "me" }] as const) : [];
    const content = { ...written, acts, severities: [], kinds: [], language: "es" } as const;
    const kept = await keepCanned(plazo, { desk, id }, { by, shared: true, version: 0, content });
    if (isRefusal(kept)) throw new Error(`not prepared: ${kept.refused}`);
  }
}
