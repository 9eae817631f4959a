import type { LintRule } from "../linted.ts";

/** Hours of which the manual does not say the days are read as Monday to Friday's (FI-3). */
export const daysNotSaid: LintRule = ({ pack, find }) =>
  Object.entries(pack.calendars ?? {}).flatMap(([id, { open }]) =>
    typeof open === "string" || Array.isArray(open)
      ? find("days-not-said", [{ path: ["calendars", id, "open"], of: "key" }], { calendar: id })
      : [],
  );
