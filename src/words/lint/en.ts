import type { UnusedThing } from "../../core/policy/lint/finding.ts";
import { sayDuration } from "../durations.ts";
import { sayList } from "../hours.ts";
import type { FindingWords } from "./words.ts";

const things: Readonly<Record<UnusedThing, string>> = {
  message: "message",
  calendar: "calendar",
  ground: "ground of urgency",
  role: "role",
};
const rules = {
  state: "state",
  classify: "rule of classification that gives",
  clock: "clock",
  tell: "telling of",
} as const;
const time = (ms: number): string => sayDuration(ms, "en");
const of = (severity: string | null): string => (severity === null ? "" : ` for "${severity}"`);

/** Findings of the linter in English. */
export const findingsEn: FindingWords = {
  "week-says-otherwise": ({ calendar, says, days, hours }) =>
    `the manual says ${says} and "${calendar}" opens ${days} days a week, ${sayList(hours.map(time), "en", "or")} each`,
  "day-says-otherwise": ({ calendar, day, window }) =>
    `the manual says that ${time(day)} are a day and the window of "${calendar}" is ${time(window)}`,
  "days-not-said": ({ calendar }) =>
    `"${calendar}" says its hours and not its days: they are read as Monday to Friday`,
  "hours-not-said": ({ clock, calendar }) =>
    `"${clock}" does not say which hours it counts: those of "${calendar}" are taken (say so with "on", or with "hours" in "desk")`,
  "hours-could-be-days": ({ clock, hours, calendar }) =>
    `"${clock}" promises ${hours} hours and counts those of "${calendar}", which is not open day and night: are they hours of service, or of the clock ("${hours}h elapsed")?`,
  "days-could-be-dates": ({ clock, says }) =>
    `the manual says "${says}" of "${clock}" and not of which days: they may be business days or any`,
  "term-says-otherwise": ({ clock, says }) =>
    `the manual says "${says}" of "${clock}" and its promise is another`,
  "clause-read-twice": ({ clock, other, clause }) =>
    `"${clock}" and "${other}" read the same clause, ${clause}, in two ways`,
  "silence-within-closing": ({ clock, run, calendar }) =>
    `"${clock}" closes for silence before "${calendar}" opens again: it can be closed for ${time(run)} on end`,
  "promise-within-closing": ({ clock, run, calendar }) =>
    `what "${clock}" promises can fall due before "${calendar}" opens again: it can be closed for ${time(run)} on end`,
  "warning-before-start": ({ clock }) => `the warning of "${clock}" would come before its start`,
  "update-after-solution": ({ clock, other, severity }) =>
    `the update of "${clock}"${of(severity)} comes after "${other}" is due`,
  "contact-after-solution": ({ clock, other, severity }) =>
    `"${clock}"${of(severity)} is due after "${other}"`,
  "clock-never-starts": ({ clock, mark }) =>
    `"${clock}" never starts: "${mark}" does not happen at this desk`,
  "clock-never-stops": ({ clock, mark }) =>
    `"${clock}" is never met: "${mark}" does not happen at this desk`,
  "clock-without-clause": ({ clock }) => `no clause of the manual promises "${clock}"`,
  "example-of-another-clause": ({ clock, clause }) =>
    `the example is of ${clause} and "${clock}" does not keep that clause`,
  "deadline-without-clock": ({ moment, message }) =>
    `"${message}" must say a deadline at "${moment}" and no clock of the desk has one then`,
  "moment-cannot-say": ({ moment, message, variable }) =>
    `"${message}" uses {${variable}}, which is not known yet at "${moment}"`,
  "told-by-no-channel": ({ moment, channel }) =>
    `"${moment}" is told by "${channel}", a channel that the desk does not have`,
  "rule-shadowed": ({ what, name }) =>
    `the ${rules[what]} "${name}" is never reached: another holds before it`,
  "rule-never-holds": ({ what, name }) =>
    `the ${rules[what]} "${name}" is never reached: its condition cannot hold`,
  "severity-never-given": ({ severity }) =>
    `no rule gives the severity "${severity}" and none is provisional: nobody ever has it`,
  "level-unreachable": ({ level }) =>
    `no ticket reaches "${level}": the levels on the way to it are not reached either`,
  "channel-never-opens": ({ channel }) =>
    `the channel "${channel}" never opens: what it needs cannot happen`,
  "opens-what-is-open": ({ clock, channel }) =>
    `"${clock}" opens "${channel}", which is open to everybody already`,
  "channel-outside-clock": ({ channel, clock, during, on }) =>
    `"${channel}" is attended in "${during}" and "${clock}" counts in "${on}": there are hours of attention in which its time stands still`,
  "forms-not-told-apart": ({ channel, form, other }) =>
    `what comes by "${channel}" does not say whether it is of "${other}" or of "${form}": it will always be of "${other}"`,
  "nobody-may": ({ role }) => `nobody may do it: the rule that names "${role}" excludes it too`,
  unused: ({ what, name }) => `nothing uses the ${things[what]} "${name}"`,
  "english-missing": ({ words }) => `the English of "${words}" is missing`,
};
