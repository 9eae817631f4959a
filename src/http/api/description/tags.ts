/** The subjects of the API in the order of its documentation, each with the first words of its addresses. */
export const subjects = [
  {
    name: "Tickets",
    description: "Reading tickets, their promises and why each deadline is what it is.",
    at: ["counts", "search"],
  },
  { name: "Acts", description: "What is done to a ticket, each an address of its own.", at: [] },
  {
    name: "Filing",
    description: "Opening tickets for clients, and the files that go with them.",
    at: ["uploads"],
  },
  {
    name: "Composer",
    description:
      "What people write to tickets until it has left, and answers that are prepared for them.",
    at: ["compositions", "canned-replies"],
  },
  {
    name: "Register",
    description: "Organisations, portals and contacts, and the accounts that are asked for.",
    at: [
      "portals",
      "contacts",
      "organisations",
      "accounts",
      "register",
      "imports",
      "audit",
      "look-up",
      "client",
    ],
  },
  {
    name: "Calendar",
    description: "The desk's hours, and their dated exceptions.",
    at: ["exceptions"],
  },
  {
    name: "Processes",
    description: "Special processes that are announced ahead.",
    at: ["announcements"],
  },
  {
    name: "Articles",
    description: "What the desk knows, its versions, and what it spared.",
    at: ["articles", "article-previews", "article-files", "article-report", "article-report.csv"],
  },
  {
    name: "Tracker",
    description: "The list that the manual promises, and those who follow it.",
    at: ["tracker", "tracker.csv"],
  },
  {
    name: "Mailboxes",
    description: "Where the desk's mail is fetched, and how that goes.",
    at: ["mailboxes", "mailbox-trials"],
  },
  {
    name: "Mail in",
    description: "Mailboxes, what came in, and what waits for a person.",
    at: ["received", "mail"],
  },
  {
    name: "Chat",
    description: "The waiting line, and those who attend to it.",
    at: ["chat", "live", "chats", "chat-hosts", "availability"],
  },
  {
    name: "Telephone",
    description: "Calls that exchanges tell of, who calls, and the calls that are to be made.",
    at: ["calls", "callers", "calls-due", "call-now", "extensions"],
  },
  { name: "Outgoing", description: "What leaves the desk, and how far it got.", at: ["outgoing"] },
  {
    name: "Manual",
    description: "The versions of the desk's manual, its draft, and trying one on past tickets.",
    at: ["policies", "policy-draft", "policy-parts", "policy-check", "backtests"],
  },
  {
    name: "Integrations",
    description: "The tokens with which programs act at the desk.",
    at: ["tokens", "token", "webhooks", "feeds"],
  },
  {
    name: "Desk",
    description: "The desk's vocabulary and its people.",
    at: ["me", "", "invitations", "staff", "sessions", "members", "second-factor", "staff-changes"],
  },
] as const;

/** The subject of an operation, by its address. */
export function subjectOf(path: string, method: string): string {
  const [first = "", , ...rest] = path.split("/").slice(1);
  const word = first === "desks" ? (rest[0] ?? "") : first;
  if (word === "tickets") {
    if (rest.length === 1 && method === "post") return "Filing";
    return method === "post" ? "Acts" : "Tickets";
  }
  const found = subjects.find(({ at }) => (at as readonly string[]).includes(word));
  return found?.name ?? word.charAt(0).toUpperCase() + word.slice(1);
}
