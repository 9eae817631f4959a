import type { NamedThing } from "../core/policy/problem.ts";
import type { PackProblemWords } from "./policy-problems.ts";

const things: Readonly<Record<NamedThing, string>> = {
  part: "a shared part",
  calendar: "a calendar",
  "statutory-table": "a table of holidays",
  severity: "a severity",
  field: "a field of the forms",
  option: "an option of that field",
  level: "a level",
  clock: "a clock",
  message: "a message",
  channel: "a channel",
  kind: "a kind of request",
  ground: "a ground of urgency",
  role: "a role",
  form: "a form",
  article: "no article",
  announcement: "no process of announcements",
  variable: "a variable of messages",
  person: "anybody of this scenario",
  verb: "a verb of scenarios",
  ticket: "a ticket named above",
};

const types: Readonly<Record<string, string>> = {
  string: "a text",
  object: "a group of keys",
  record: "a group of keys",
  array: "a list",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
};

/** How many days a length speaks of. */
const daysIn = (text: string): number => Number(/^\d+/u.exec(text)?.[0] ?? 1);
const near = (word: string | null): string => (word === null ? "" : `; did you mean "${word}"?`);
const list = (words: readonly string[]): string =>
  new Intl.ListFormat("en", { type: "disjunction" }).format(words);
const all = (words: readonly string[]): string => new Intl.ListFormat("en").format(words);

/** Problems of packs in English. */
export const packProblemsEn: PackProblemWords = {
  "too-large": ({ characters, most }) => `the file has ${characters} characters; at most ${most}`,
  "too-deep": ({ most }) => `more than ${most} levels, one within another`,
  "yaml-syntax": ({ what }) =>
    `the YAML cannot be read here (${what}): look at indentation, quotes and brackets`,
  "yaml-tab": () => "a tab in the indentation: use spaces",
  "yaml-duplicate-key": ({ key }) => `the key "${key}" is said already in this group`,
  "not-text": () => "a character here is not text: save the file as UTF-8",
  "yaml-tag": () => "YAML's tags (!) are no part of the language: write out the content",
  "yaml-alias": () =>
    "YAML's anchors and aliases (& and *) are no part of the language: write out the content",
  "yaml-documents": () => 'a file holds one manual: remove what follows "---"',
  "yaml-key": () => "this key is not a word",
  "not-a-pack": () => 'the file is no manual: it must begin with "plazo: 1" and "desk:"',
  "not-a-scenario": () => 'the file is no scenario: it must have "name:", "clauses:" and "days:"',
  "two-acts": ({ first, second }) =>
    `one step, one act: "${first}" and "${second}" are two; give the second a step of its own`,
  "time-goes-back": ({ time }) => `${time} is before the step above: days do not go back`,
  "unknown-key": ({ key, near: word }) => `the key "${key}" is not known here${near(word)}`,
  "missing-key": ({ key }) => `"${key}" is missing`,
  "wrong-type": ({ expected }) =>
    `here goes ${list([...new Set(expected.map((type) => types[type] ?? `"${type}"`))])}`,
  "not-one-of": ({ values, near: word }) =>
    `here goes ${list(values.map((value) => `"${value}"`))}${near(values.length > 1 ? word : null)}`,
  "out-of-range": ({ least, most }) =>
    least === null
      ? `at most ${most}`
      : most === null
        ? `at least ${least}`
        : `from ${least} to ${most}`,
  "bad-name": ({ name }) =>
    `"${name}" cannot be a name: use lower case without accents, digits and hyphens`,
  "bad-shape": ({ like }) =>
    `the text has not the shape expected${like === null ? "" : `, for example: ${like}`}`,
  "refers-to-nothing": ({ what, name, near: word, known }) =>
    `"${name}" is not ${things[what]}${near(word)}${known === undefined ? "" : `; there is: ${known.join(", ")}`}`,
  "not-kept-yet": ({ what }) =>
    `"${what}" has its place in the language, but the program does not keep it yet: remove it rather than promise it in vain`,
  "promise-without-clause": ({ what }) =>
    `"${what}" promises or refuses something: say which clause it keeps (clause), or which reading was taken (assumed)`,
  "unknown-zone": ({ zone }) => `there is no time zone "${zone}"; for example: America/Mexico_City`,
  "folio-without-n": ({ folio }) =>
    `the pattern "${folio}" must hold {n}, the number, once; for example: HD-{n}`,
  "impossible-days": ({ days }) =>
    `"${days}" are not days of the week, or one is said already: mon, tue, wed, thu, fri, sat, sun, or from one to another (mon-fri)`,
  "impossible-hours": ({ hours }) =>
    `"${hours}" are not opening hours: write, for example, 09:00-18:00`,
  "overlapping-hours": ({ hours, with: other }) => `the hours ${hours} overlap ${other}`,
  "no-such-date": ({ date }) => `there is no date ${date}`,
  "calendar-never-open": ({ calendar }) => `the calendar "${calendar}" never opens`,
  "unreadable-length": ({ text }) =>
    `"${text}" is not a length of time: 4h, 30min, 2 dates of oficina, 24h elapsed`,
  "unreadable-money": ({ text }) =>
    `"${text}" is not money. Write the amount and its currency in three letters: 40 USD.`,
  "passes-in-vain": () =>
    "breach: false takes the breach away and this clock has no then: it would be for nothing. Say what follows (then), or take breach out.",
  "bare-day": ({ text }) =>
    `"${text}" does not say what a day is: write ${daysIn(text) * 24}h elapsed, ${daysIn(text)} dates of oficina, or how many hours a day has (day: 8h) in the calendar`,
  "dates-without-calendar": ({ text }) =>
    `"${text}" counts open dates: say of which calendar (${text} of oficina)`,
  "no-length": ({ text }) => `"${text}" is no time at all`,
  "mixed-units": ({ target, limit }) =>
    `${target} and ${limit} cannot be compared: use one unit for both`,
  "target-beyond-limit": ({ target, limit }) =>
    `the target (${target}) is beyond the limit (${limit})`,
  "warning-beyond-promise": ({ warning }) =>
    `the warning (${warning} before) is as long as the promise, or longer`,
  "limit-never-open": ({ calendar }) =>
    `the calendar "${calendar}" opens on single dates alone: this promise could not always be met`,
  "from-equals-to": ({ mark }) => `the clock starts and ends with the same ("${mark}")`,
  "clock-never-runs": ({ mark }) => `with "${mark}" here the clock never runs`,
  "clock-when-by-hours": () =>
    'whether a clock exists cannot depend on the hour at which it is looked at: to count in some hours only, say "on"',
  "clock-when-changes": () =>
    "whether a clock exists cannot depend on what changes in a ticket's life: only on the form's fields, the kind and the channel; for a promise by severity, say it in \"within\"",
  "within-and-every": () => "a clock has a promise (within) or a rhythm (every), not both",
  "rhythm-without-end": () =>
    'the last step of a rhythm has no "until": it is the one that goes on',
  "closes-against-desk": () =>
    "a clock that closes the ticket runs against the client, not against the desk",
  "silence-from-the-start": () =>
    "a clock that closes the ticket can only start with something that the desk said or asked (told, asked, solved)",
  "no-promise": () => "the manual promises nothing: a clock against the desk is missing",
  "severity-without-promise": ({ severities }) =>
    `no promise for ${all(severities)} (or "else" for the rest)`,
  "severity-without-level": ({ severity }) => `no level takes the severity "${severity}"`,
  "promise-against-gravity": ({ graver, lighter }) =>
    `"${graver}" is graver than "${lighter}" and is promised for later`,
  "no-severity": () => "at least one severity is missing",
  "reserved-name": ({ name }) => `"${name}" is a word of the language: use another name`,
  "choice-without-options": ({ field }) => `"${field}" is a choice and has no options`,
  "not-for-this-kind": ({ key, kind }) => `"${key}" is not for a field of kind "${kind}"`,
  "form-without-contact": ({ form }) =>
    `the form "${form}" does not ask where to answer: a field contact-email or telephone is missing`,
  "waits-for-required": ({ field }) =>
    `the field "${field}" is required, so that nothing is filed without it: leave out "required", or do not wait for it`,
  "asks-itself": ({ field }) => `an option of "${field}" cannot ask for the same field`,
  "condition-on-free-text": ({ field }) =>
    `"${field}" is not a field with options: it cannot make a condition`,
  "empty-condition": () => "the condition is empty",
  "rule-without-severity": () => "each rule is { when, severity }, and the last { else }",
  "without-else": () => "the last case (else) is missing, the one that holds when no other does",
  unreachable: () => "this is never reached: what stands before it always holds",
  "levels-in-a-circle": ({ levels }) =>
    `the answer never reaches the client: ${levels.join(" → ")} → ${levels[0] ?? ""}`,
  "message-does-not-say": ({ message, variable, language }) =>
    `the message "${message}" (${language}) must say it and does not hold {${variable}}`,
  "always-and-during": () => "a channel is attended always or during a calendar, not both",
  "impossible-time": ({ time }) =>
    `"${time}" is not a date and time: write, for example, 2026-11-20 17:00`,
  "example-needs-severity": ({ clock }) =>
    `the promise of "${clock}" depends on the severity: say which`,
  "example-of-rhythm": ({ clock }) => `"${clock}" is a rhythm: examples are of promises`,
  "tracker-never-updates": () =>
    "the digest is to say what was updated, and nothing of what is listed changes once a ticket is filed: list severity, state, level, assignee or closed, or say only added",
  "account-without": ({ kinds }) =>
    `an account cannot be opened without these fields, required: ${all(kinds)}`,
  "article-twice": ({ id }) => `the article "${id}" is in the list already`,
  "article-without-text": ({ id }) =>
    `the article has no text: write it in articles/${id}.es.md, beside the manual`,
  "turn-without-end": () =>
    'what is told in turn ends with "mail": so that whoever was never there is told too',
  "example-ends-first": () => "the example is due before it starts",
};
