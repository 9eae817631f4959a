import type { LintRule } from "../linted.ts";

/** Channels on which nobody chooses a form: what comes in by them is held against the form that says `on` it. */
const NAMELESS = ["mail"];

/** Two forms on a channel whose messages do not say which one they are. */
export const formsNotToldApart: LintRule = ({ policy, find }) =>
  NAMELESS.flatMap((channel) => {
    const [first, ...others] = policy.forms.filter(({ on }) => on.includes(channel));
    if (first === undefined) return [];
    return others.map((form) =>
      find(
        "forms-not-told-apart",
        [
          { path: ["forms", form.id, "on"], of: "key" },
          { path: ["forms", first.id, "on"], of: "key" },
        ],
        { channel, form: form.id, other: first.id },
      ),
    );
  });
