import type { ExplainWords } from "./explain-words.ts";

/** Explanations in English. */
export const en: ExplainWords = {
  counts: (used) => `counts ${used}`,
  countsNot: (why) => `does not count: ${why}`,
  soFar: (total) => `${total} so far`,
  soFarOf: (total, promised) => `${total} of ${promised} so far`,
  outsideHours: "outside hours",
  break: "a break",
  solved: "solved, waiting for your confirmation",
  holiday: (name, source) =>
    ["a holiday", ...(name === "" ? [] : [name]), ...(source === "" ? [] : [source])].join(", "),
  exception: (name) => `special hours${name === "" ? "" : `, ${name}`}`,
  paused: {
    "waiting-for-client": "waiting for your answer",
    "waiting-for-authorisation": "waiting for an authorisation",
    "waiting-for-third-party": "waiting for a third party",
    "awaiting-confirmation": "waiting for you to confirm the solution",
    scheduled: "scheduled for later",
  },
  target: (at) => `target: ${at}`,
  limit: (at) => `limit: ${at}`,
  promised: (at) => `promised before the hours changed: ${at}`,
  term: (term) => `term: ${term}`,
  elapsed: (used) => `counts ${used} by the wall clock`,
  clauses: (clauses) => `by ${clauses}`,
  version: (number) => `version ${number} of the manual`,
  assumed: (reading) => `read as: ${reading}`,
};
