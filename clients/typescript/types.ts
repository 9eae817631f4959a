// Made from the API's description by "npm run generate": not to be changed by hand.

export type Acted = { folio: Folio; seq: number };

export type Announcement = { id: string; process: string; type: string | null; starts: Instant; ends: Instant; address: string | null; announced: Instant; byKind: "client" | "agent"; byName: string };

export type Announcements = { announcements: (Announcement)[]; now: Instant };

export type Announcing = { process: string; type: string | null; starts: Instant; ends: Instant; address: string | null };

export type ArticleContent = { title: { es: string; en?: string }; body: { es: string; en?: string }; audience: "public" | "staff"; types: (string)[]; severities: (string)[]; marks: (string)[] };

export type ArticleDetail = { row: ArticleRow; content: ArticleContent; versions: (ArticleVersion)[]; answers: ({ id: string; version: number; language: "es" | "en"; helpful: boolean; words: string; at: Instant })[]; pack: ArticleContent | null };

export type ArticleFile = { id: string; name: string; type: string; size: number };

export type ArticlePackChosen = { take: boolean };

export type ArticlePreviewed = { text: string; language: "es" | "en" };

export type ArticlePublished = { number: number };

export type ArticleReport = { from: Instant; to: Instant; all: { seen: number; opened: number; solved: number; spared: number; returned: number; pending: number }; byArticle: ({ article: string; title: Text; seen: number; opened: number; solved: number; spared: number; returned: number; pending: number })[]; filed: number };

export type ArticleRestored = { base: number; number: number };

export type ArticleRow = { id: string; title: Text; state: "draft" | "published" | "withdrawn"; of: "pack" | "desk"; audience: "public" | "staff"; languages: ("es" | "en")[]; types: (string)[]; severities: (string)[]; marks: (string)[]; latest: number; published: number | null; publishedAt: Instant | null; changed: Instant; reviewed: Instant | null; reviewedBy: string | null; packDiffers: boolean; ofManual: boolean; clause: (string)[]; helpful: number; unhelpful: number; used: number; toReview: ("old" | "unhelpful")[]; address: string };

export type ArticleSaved = { base: number; content: ArticleContent; note: string };

export type ArticleVersion = { number: number; made: Instant; byName: string; note: string; source: "desk" | "pack" | "restored"; restores: number | null };

export type ArticleWished = { content: ArticleContent; note: string };

export type ArticleWritten = { id: string; latest: number };

export type Articles = { articles: (ArticleRow)[] };

export type AuditEntries = { entries: (AuditEntry)[]; next: Cursor | null };

export type AuditEntry = { id: string; at: Instant; who: string; name: string; onBehalf: string | null; way: string; source: string | null; action: string; subject: string; subjectId: string; before: Record<string, unknown> | null; after: Record<string, unknown> | null };

export type Authorised = { form: string; title: Text; roles: (string)[]; contacts: ({ id: string; name: string; role: string })[]; clause: (string)[] };

export type BacktestLine = { done: number; of: number } | { report: BacktestReport };

export type BacktestReport = { generated: boolean; replayed: string; outcome: (string)[]; tickets: number; worse: number; better: number; rows: ({ clock: string; clause: (string)[]; severity: string; level: string; before: { met: number; missed: number; open: number }; after: { met: number; missed: number; open: number } })[]; changed: ({ folio: Folio; words: string; worse: boolean })[]; csv: string };

export type BacktestWished = { version: number | null; load: { days: number; perDay: number; agents: number; minutes: number } | null };

export type BadAnswers = { answers: ({ folio: string; subject: string; answer: SatisfactionAnswer })[]; next: Cursor | null };

export type Board = { desk: { id: string; label: Text }; zone: string; now: Instant; measuredUpTo: Instant | null; period: { from: string; to: string; weeks: number }; before: { from: string; to: string; weeks: number }; filter: { severity: string | null; level: string | null }; clocks: ({ id: string; label: Text; within: Record<string, { target?: { unit: "hours"; ms: number; calendar: string } | { unit: "dates"; n: number; calendar: string; ends: "same-wall-time" | "at-closing" } | { unit: "elapsed"; ms: number }; limit: { unit: "hours"; ms: number; calendar: string } | { unit: "dates"; n: number; calendar: string; ends: "same-wall-time" | "at-closing" } | { unit: "elapsed"; ms: number } }> })[]; contactClock: string | null; severities: ({ id: string; label: Text })[]; levels: ({ id: string; label: Text })[]; atRisk: { late: number; soon: number; today: number; unassigned: number }; forecast: { due: number; days: number; known: false } | { due: number; days: number; known: true; low: number; likely: number; high: number }; compliance: { cells: ({ clock: string; severity: string; level: string; week: string; kept: number; missed: number })[]; before: { kept: number; missed: number } }; contact: { all: { n: number; values: (number)[] } | { n: number; p50: number; p90: number; p95: number }; before: { n: number; values: (number)[] } | { n: number; p50: number; p90: number; p95: number }; bySeverity: ({ severity: string; spread: { n: number; values: (number)[] } | { n: number; p50: number; p90: number; p95: number } })[] }; ages: ({ turn: "desk" | "waiting" | "solved"; age: number; n: number })[]; arrivals: { cells: ({ weekday: number; hour: number; n: number })[]; before: number }; levelTimes: ({ level: string; spread: { n: number; values: (number)[] } | { n: number; p50: number; p90: number; p95: number } })[]; reopened: { solved: number; reopened: number; before: { solved: number; reopened: number } }; satisfaction: { asked: number; good: number; bad: number; on: boolean; before: { asked: number; good: number; bad: number } } };

export type BoardMail = { wanted: boolean; next: Instant | null };

export type BoardNow = { now: Instant; atRisk: { late: number; soon: number; today: number; unassigned: number }; forecast: { due: number; days: number; known: false } | { due: number; days: number; known: true; low: number; likely: number; high: number } };

export type Bulk = { id: string; act: string; state: "running" | "done" | "stopped"; startsAt: Instant; made: Instant; finished: Instant | null; total: number; done: number; refused: number; undoable: boolean; undoes: string | null; undoneBy: string | null; left: ({ folio: Folio; code: string; why: string })[]; now: Instant };

export type BulkAct = { act: "assign"; body: { to: string | null } } | { act: "classify"; body: { severity: string; reason?: string } } | { act: "route"; body: { to: string; reason?: string } } | { act: "note"; body: { text: string } } | { act: "schedule"; body: { until: Instant; note?: string } } | { act: "resume"; body: Record<string, never> } | { act: "close"; body: { reason: "spam" | "duplicate" | "by-agent"; note?: string } } | { act: "reply"; body: { texts: ToldInLanguages } } | { act: "solve"; body: { cause: ToldInLanguages; remedy: ToldInLanguages } } | { act: "join"; body: { incident: Folio } } | { act: "leave"; body: { incident: Folio } };

export type BulkBegun = { does: BulkAct; folios: (Folio)[]; undoSeconds: number };

export type BulkPlan = { will: ({ folio: Folio; subject: string; requester: string | null; language: "es" | "en"; text: string | null })[]; wont: ({ folio: Folio; subject: string; code: string; why: string })[]; more: boolean; reachesClients: boolean; undoable: boolean };

export type BulkWished = { does: BulkAct; on: { folios: (Folio)[] } | { filter: ViewFilter } };

export type CalendarException = { calendar: string; date: string; open: ([string, string])[]; overnight?: boolean; why: string };

export type CalendarExceptions = { calendars: ({ id: string; zone: string; hours: Text })[]; exceptions: ({ number: number; calendar: string; date: string; open: ([string, string])[]; why: Text | null; published: Instant; author: string })[]; next: Cursor | null };

export type Call = { id: string; direction: "in" | "out"; state: "ringing" | "answered" | "ended" | "missed" | "voicemail"; number: string | null; own: string | null; extension: string | null; member: string | null; began: Instant; answered: Instant | null; ended: Instant | null; recording: string | null; outcome: "spoke" | "no-answer" | "left-message" | null; who: string | null; contact: string | null; organisation: string | null; folio: string | null; subject: string | null; owed: { due: Instant; attempts: number; settled: "reached" | "not-reached" | "dismissed" | null } | null; closedBy: (string)[] | null };

export type CallNow = { extension: string | null; call: Call | null; due: number };

export type CallReport = { call: string; event: "started" | "answered" | "ended" | "missed" | "voicemail"; direction: "in" | "out"; from?: string | null; to?: string | null; extension?: string | null; at?: Instant; recording?: string | null };

export type CallReported = { id: string; state: "ringing" | "answered" | "ended" | "missed" | "voicemail"; phone: PhoneState | null; callBack: Instant | null };

export type CallSaid = { id: string; direction: "in" | "out"; number: string | null; who: string | null; contact?: string | null; began?: Instant };

export type Callers = { callers: ({ contact: ContactPerson | null; organisation: Organisation | null; tickets: ({ folio: string; subject: string; severity: string; requester: string | null; closed: boolean; phone: PhoneState | null })[]; authorised: (Authorised)[] })[]; phone: PhoneState | null; now: Instant };

export type Calls = { calls: (Call)[]; next: Cursor | null; now: Instant };

export type CallsDue = { tickets: ({ folio: string; seq: number; subject: string; requester: string | null; due: Instant; turn: number; after: Instant | null; mails: boolean; numbers: (string)[]; cause: string; remedy: string; clause: (string)[]; assumed?: string })[]; missed: (Call)[]; now: Instant };

export type Canned = { name: string; mode: "reply" | "ask" | "note" | "solve" | "none"; text: string; cause: string; remedy: string; acts: (CannedAct)[]; forms: (string)[]; severities: (string)[]; kinds: (string)[]; language: "es" | "en" | null };

export type CannedAct = { act: "assign"; to: string | null } | { act: "classify"; severity: string } | { act: "route"; to: string; reason?: string } | { act: "wait"; note?: string } | { act: "schedule"; after: number; note?: string } | { act: "resume" } | { act: "note"; text: string } | { act: "close"; reason: "out-of-scope" | "spam" | "duplicate" | "by-agent" };

export type CannedReplies = { replies: (CannedReply)[] };

export type CannedReply = { id: string; shared: boolean; content: Canned; version: number; changed: Instant; changedBy: string; uses: number; mine: boolean };

export type CannedVersions = { versions: ({ version: number; content: Canned; changed: Instant; changedBy: string })[] };

export type CannedWish = { shared: boolean; version: number; content: Canned };

export type ChatAgent = { id: string; name: string; capacity: number; active: number };

export type ChatAvailability = { capacity: number | null };

export type ChatDesk = { now: Instant; attended: boolean; attendedFrom: Instant | null; line: (ChatRow)[]; mine: (ChatRow)[]; agents: (ChatAgent)[]; capacity: number | null };

export type ChatHost = { origin: string };

export type ChatHosts = { portal: string | null; added: ({ origin: string; added: Instant; addedBy: string })[]; keys: ({ id: string; made: Instant; madeBy: string; ends: Instant | null })[] };

export type ChatRow = { folio: Folio; seq: number; subject: string; severity: string; requester: { name: string | null; address: string | null }; filedAt: Instant; due: { clock: string; at: Instant } | null; client: "there" | "gone"; vouched: { sub: string; email: string; name: string | null; rfc: string | null } | null };

export type ChatSecret = { id: string; secret: string };

export type ChatTaken = { folio: Folio; seq: number };

export type ClientTicket = { folio: string; subject: string; severity: string; state: string; requester: string | null; filedAt: Instant; closedAt: Instant | null; dueAt: Instant | null };

export type ClientTickets = { tickets: (ClientTicket)[]; next: Cursor | null };

export type Composition = { id: string; folio: Folio; byName: string; mine: boolean; mode: "reply" | "ask" | "note" | "solve" | "hand-back" | "none"; seen: number; state: "draft" | "departing" | "stopped"; updated: Instant; leavesAt: Instant | null; stopped: { code: string; title: string; facts: Record<string, unknown> } | null; content: CompositionContent };

export type CompositionContent = { text: string; cause: string; remedy: string; awaiting: "client" | "authorisation"; session: string; files: (Upload)[]; acts: (CannedAct)[]; used: ({ kind: "canned" | "article"; id: string })[]; mentions: (string)[] };

export type CompositionGone = { id: string; left: false };

export type CompositionKept = { id: string; left: false; updated: Instant };

export type CompositionPreview = { events: ({ type: string; facts: Record<string, unknown> })[]; mails: ({ to: string; subject: string; text: string; html: string })[] };

export type CompositionSeen = number;

export type CompositionSend = { mode: "reply" | "ask" | "note" | "solve" | "hand-back" | "none"; seen: CompositionSeen; content: CompositionContent; sees: (string)[]; undoSeconds: 0 | 5 | 12 | 30 };

export type CompositionSent = { folio: Folio; seq: number; leavesAt: Instant | null; now: Instant };

export type CompositionWish = { mode: "reply" | "ask" | "note" | "solve" | "hand-back" | "none"; seen: CompositionSeen; content: CompositionContent; over?: Instant };

export type Compositions = { compositions: (Composition)[]; now: Instant };

export type Contact = { address: string; name: string; organisation: string | null; role: string | null; trained: boolean | null };

export type ContactPerson = { organisation: string | null; name: string; role: string | null; trained: boolean | null; seesOrganisation: boolean; language: "es" | "en"; active: boolean; addresses: (string)[]; telephones: (string)[]; id: string; organisationName: string | null; version: number; created: Instant; updated: Instant };

export type ContactPersonWish = { organisation: string | null; name: string; role: string | null; trained: boolean | null; seesOrganisation: boolean; language: "es" | "en"; active: boolean; addresses: (string)[]; telephones: (string)[] };

export type ContactPersonWritten = { organisation: string | null; name: string; role: string | null; trained: boolean | null; seesOrganisation: boolean; language: "es" | "en"; active: boolean; addresses: (string)[]; telephones: (string)[]; id: string; organisationName: string | null; version: number; created: Instant; updated: Instant; admitted: (string)[] };

export type ContactPersons = { contacts: (ContactPerson)[]; next: Cursor | null };

export type ContactSent = { address: string; name: string; organisation: string | null; role: string | null; trained?: boolean | null };

export type ContactWritten = { admitted: (string)[] };

export type Contacts = { contacts: (Contact)[]; next: Cursor | null };

export type Cursor = string;

export type Delivery = { id: string; kind: string; recipient: string | null; subject: string; state: "pending" | "sent" | "kept" | "failed" | "cancelled" | "bounced"; at: Instant; sentAt: Instant | null; attempts: number; error: string | null; due: Instant; toldBack: Instant | null; againOf: string | null; askedBy: string | null; sendable: boolean };

export type Desk = { id: DeskId; name: Text; zone: string; policy: { number: number; effective: number }; severities: ({ id: string; label: Text; means: Text })[]; levels: ({ id: string; label: Text; tells: string })[]; tracker: boolean; states: ({ id: string; label: Text })[]; types: ({ id: string; label: Text })[]; contactRoles: ({ id: string; label: Text })[]; plans: ({ id: string; label: Text })[]; channels: ({ id: string; label: Text })[]; procedures: ({ id: string; label: Text; steps: (Text)[] })[]; sees: "all" | "assigned"; parties: ({ id: string; label: Text })[]; outOfScope: ({ id: string; label: Text; says: Text; clause: (string)[] })[]; clocks: ({ id: string; label: Text; clause: (string)[]; calendar: string | null })[]; hours: Record<string, ({ from: Instant; to: Instant })[]>; grounds: ({ id: string; label: Text; advice: Text | null; clause: (string)[] })[]; charges: ({ id: string; label: Text; rate: { amount: string; currency: string }; each: number; clause: (string)[] })[]; announcements: ({ id: string; label: Text; who: ("client" | "agent")[]; types: ({ id: string; label: Text })[]; clause: (string)[] })[]; hasPresence: boolean; forms: ({ id: string; title: Text; on: (string)[]; fields: ({ id: string; label: Text; kind: string; required: boolean; onlyWhenAsked: boolean; options: ({ value: string; label: Text; asks: (string)[] })[] })[] })[]; staff: ({ id: string; name: string; role: Role; also: (Role)[]; level: string | null; party: string | null })[] };

export type DeskId = string;

export type Dismissed = { tickets: (string)[] };

export type DraftRevision = { revision: number };

export type DraftSave = { revision: number; base: number; source: string };

export type ErrorCode = { code: string; attribute: string; means: { es: string; en: string }; todo: { es: string; en: string }; source: "cfdi40" | "crp20" | "stamping" | "desk"; confidence: "known" | "likely" | "desk"; version: number; changed: Instant | null; changedBy: string | null };

export type ErrorCodeWish = { version: number; attribute: string; means: { es: string; en: string }; todo: { es: string; en: string } };

export type ErrorCodes = { codes: (ErrorCode)[] };

export type ExceptionPreview = { moved: ({ folio: Folio; subject: string; clock: string; label: Text; before: Instant; after: Instant })[]; looked: number; next: number | null };

export type ExceptionPublished = { published: Instant; exception: number };

export type ExceptionWished = { calendar: string; date: string; open: ([string, string])[]; overnight?: boolean; why: string; after?: number };

export type Explanation = { clock: string; round: number; clause: (string)[]; assumed: string | null; policy: number | null; calendar: string | null; severity: string; from: Instant; target: Instant | null; limit: Instant | null; promised: Instant | null; status: "idle" | "running" | "paused" | "met" | "missed" | "passed" | "cancelled" | "merged" | "not-measured"; segments: ({ from: Instant; to: Instant; counted: boolean; why: string; facts: Record<string, string | number>; severity: string; used: number; total: number })[]; words: (string)[] };

export type Extensions = { extensions: ({ extension: string; member: string; name: string })[] };

export type ExternalReference = string;

export type ExternalReferenceWanted = ExternalReference;

export type Feed = { id: string; reach: "own" | "desk"; subjects: boolean; made: Instant; lastRead: Instant | null };

export type FeedMade = { made: Feed; url: string };

export type FeedWished = { reach: "own" | "desk"; subjects: boolean; language: "es" | "en" };

export type Feeds = { feeds: (Feed)[] };

export type Folio = string;

export type FolioWanted = Folio;

export type FollowTracker = { portal: string | null; outsider: { name: string; address: string; language: "es" | "en" } | null };

export type Following = { nextLevel: string | null; asks: (string)[]; consultation: { level: string; at: Instant } | null; procedures: ({ id: string; label: Text; clause: (string)[]; steps: ({ label: Text; who: (string)[]; evidence: boolean; done: { at: Instant; by: string | null } | null; next: boolean; mine: boolean; act: "do-step" | "hand-back" | "solve" })[] })[]; turn: { channel: "phone" | "mail"; due: Instant; turn: number; clause: (string)[]; assumed?: string } | null; inTurn: boolean; registration: "pending" | "accepted" | "refused" | null };

export type GuardAsked = { skip?: { folio: Folio; reason: string } };

export type GuardTurn = { turn: { folio: Folio; taken: Instant; until: Instant } | null; now: Instant };

export type ImportFinding = { line: number; column: string | null; code: string; detail: string; blocks: boolean };

export type ImportReport = { rows: number; organisations: { added: number; changed: number; unchanged: number }; contacts: { added: number; changed: number; unchanged: number }; ignored: (string)[]; findings: (ImportFinding)[]; errors: number; warnings: number; changes: ({ line: number; kind: "organisation" | "contact"; name: string; what: "added" | "changed"; fields: (string)[] })[]; written: boolean; admitted: (string)[] };

export type IncidentOfTicket = { is: "incident" | "part" | "neither"; incident: { folio: Folio; subject: string; opened: Instant; openedBy: string; closed: boolean; parts: number } | null; parts: ({ folio: Folio; subject: string; requester: string | null; language: "es" | "en"; progress: "unattended" | "working" | "routed" | "close-the-loop" | "waiting-for-client" | "waiting-for-authorisation" | "waiting-for-third-party" | "scheduled" | "solved" | "closed"; closed: boolean; breached: boolean })[]; alike: ({ folio: Folio; subject: string; score: number; why: ("code" | "subject" | "type")[] })[]; near: ({ folio: Folio; subject: string; score: number; why: ("code" | "subject" | "type")[] })[] };

export type Instant = number;

export type Invitation = { name: string; email: string; role: Role; also?: (Role)[]; level: string | null; party?: string | null };

export type Invited = { link: string; expires: number };

export type InvoiceContent = { version: string | null; kind: string | null; folio: string | null; uuid: string | null; issuer: { rfc: string | null; name: string | null }; receiver: { rfc: string | null; name: string | null }; total: string | null; currency: string | null; date: string | null; method: string | null; form: string | null; stamp: { uuid: string | null; pac: string | null; certificate: string | null; at: string | null } | null; related: ({ as: string | null; uuid: string | null })[]; payments: ({ at: string | null; form: string | null; amount: string | null; currency: string | null; documents: ({ uuid: string | null; folio: string | null; currency: string | null; installment: string | null; before: string | null; paid: string | null; left: string | null })[] })[] };

export type InvoiceFinding = { code: string; severity: "error" | "warning" | "note"; node: string | null; attribute: string | null; place: { line: number; column: number } | null; facts: Record<string, string>; sat: string | null; what: string; todo: string };

export type LimitChange = { clock: string; label: Text; before: Instant | null; after: Instant | null; missed: boolean };

export type LookedUp = { organisations: (Organisation)[]; contacts: (ContactPerson)[] };

export type Mailbox = { id: string; address: string; form: string | null; begins: "now" | "all"; connection: MailboxConnection | null; created: Instant; lastSuccess: Instant | null; failingSince: Instant | null; trouble: MailboxTrouble | null; detail: string | null; alarmed: Instant | null; aside: number };

export type MailboxConnection = { host: string; port: number; tls: "implicit" | "starttls" | "none"; username: string; auth: "password" | "xoauth2"; folder: string; after: "seen" | "move"; moveTo: string | null; clientId: string | null; tokenUrl: string | null };

export type MailboxTrial = { id: string | null; connection: { host: string; port: number; tls: "implicit" | "starttls" | "none"; username: string; auth: "password" | "xoauth2"; folder: string; after: "seen" | "move"; moveTo: string | null; clientId: string | null; tokenUrl: string | null; secret: { password: string } | { clientSecret: string | null; refreshToken: string } | null } };

export type MailboxTried = { messages: number | null; trouble: MailboxTrouble | null; detail: string | null };

export type MailboxTrouble = "host-unknown" | "host-private" | "unreachable" | "timed-out" | "tls-failed" | "tls-missing" | "login-refused" | "token-refused" | "secret-lost" | "folder-missing" | "marking-refused" | "cut" | "failed";

export type MailboxWish = { address: string; form: string | null; connection: { host: string; port: number; tls: "implicit" | "starttls" | "none"; username: string; auth: "password" | "xoauth2"; folder: string; after: "seen" | "move"; moveTo: string | null; clientId: string | null; tokenUrl: string | null; secret: { password: string } | { clientSecret: string | null; refreshToken: string } | null } | null; begins: "now" | "all" };

export type Mailboxes = { mailboxes: (Mailbox)[]; forms: ({ id: string; es: string; en: string })[]; now: Instant };

export type Me = { id: string; name: string; email: string; desks: ({ id: DeskId; name: Text; role: Role; also: (Role)[]; level: string | null })[] };

export type MovePreview = { tickets: ({ folio: Folio; subject: string; changes: (LimitChange)[]; refused: string | null })[]; next: number | null };

export type MoveWished = { to: number; reason: string; after?: number };

export type Moved = { moved: (Folio)[]; stayed: ({ folio: Folio; refused: string })[]; next: number | null };

export type Organisation = { name: string; rfc: string | null; taxRegime: string | null; postalCode: string | null; taxAddress: string | null; plan: string | null; paidUntil: Instant | null; notes: string | null; portals: (string)[]; id: string; version: number; created: Instant; updated: Instant; supportValid: boolean; warnings: (TaxWarning)[] };

export type OrganisationWish = { name: string; rfc: string | null; taxRegime: string | null; postalCode: string | null; taxAddress: string | null; plan: string | null; paidUntil: Instant | null; notes: string | null; portals: (string)[] };

export type OrganisationWritten = { name: string; rfc: string | null; taxRegime: string | null; postalCode: string | null; taxAddress: string | null; plan: string | null; paidUntil: Instant | null; notes: string | null; portals: (string)[]; id: string; version: number; created: Instant; updated: Instant; supportValid: boolean; warnings: (TaxWarning)[]; admitted: (string)[] };

export type Organisations = { organisations: (Organisation)[]; next: Cursor | null };

export type Outgoing = { row: OutgoingRow; text: string; html: string; headers: Record<string, string> };

export type OutgoingPage = { messages: (OutgoingRow)[]; next: Cursor | null };

export type OutgoingRow = { id: string; folio: string | null; recipient: string | null; subject: string; state: "pending" | "sent" | "kept" | "failed" | "cancelled" | "bounced"; at: Instant; sentAt: Instant | null; attempts: number; error: string | null; due: Instant; toldBack: Instant | null; againOf: string | null; askedBy: string | null; sendable: boolean };

export type PackChecked = { sound: boolean; marks: (PackMark)[]; examples: { passed: number; failed: number }; differences: ({ section: string; text: string })[] | null };

export type PackMark = { level: "error" | "warning" | "decided" | "note"; code: string; file: string; line: number; column: number; words: string; against: ({ file: string; line: number; column: number; clause: (string)[]; written: string })[] };

export type PackParts = { shared: Record<string, string> };

export type PackText = { source: string };

export type PhoneState = { open: boolean; attended: boolean; opensAt: Instant | null; attendedFrom: Instant | null; clause: (string)[]; assumed?: string; say: { es: string; en: string } };

export type Place = { role: Role; also: (Role)[]; level: string | null; party: string | null };

export type Placed = { role: Role; also: (Role)[]; level: string | null; party: string | null; id: string; name: string };

export type PolicyDifferences = { against: number | null; differences: ({ section: string; text: string })[] };

export type PolicyPublication = { source: string; reason: string; effective?: Instant | null; after?: number };

export type PolicyPublished = { number: number; effective: Instant };

export type PolicyVersion = { number: number; state: "scheduled" | "in-force" | "superseded" | "withdrawn"; effective: Instant; until: Instant | null; published: Instant; reason: string; author: string; origin: "file" | "command" | "workspace"; withdrawn: { at: Instant; author: string; reason: string } | null; open: number };

export type PolicyVersions = { versions: (PolicyVersion)[]; aside: { file: string; seen: Instant } | null };

export type PolicyWithdrawal = { reason: string };

export type PortalOwner = { portal: string; organisation: string; rfc: string | null; plan: string | null; paidUntil: Instant | null };

export type PortalOwners = { portals: (PortalOwner)[]; next: Cursor | null };

export type PortalWritten = { admitted: (string)[] };

export type Preferences = { theme: "system" | "light" | "dark"; density: "comfortable" | "compact"; after: "next" | "back" | "stay"; shortcuts: boolean; undoSeconds: 0 | 5 | 12 | 30; language: "es" | "en" | null };

export type Presence = { tickets: Record<string, (Viewer)[]> };

export type Problem = { type: string; title: string; status: number; detail?: string; code: string; clause?: (string)[]; assumed?: string; field?: string; facts?: Record<string, unknown>; errors?: ({ code: string; field?: string; clause?: (string)[]; assumed?: string; detail: string })[]; request?: string };

export type Promise = { clock: string; label: Text; clause: (string)[]; round: number; status: "idle" | "running" | "paused" | "met" | "missed" | "passed" | "cancelled" | "merged" | "not-measured"; against: "desk" | "client"; from: Instant | null; target: Instant | null; limit: Instant | null; promised: Instant | null; stopped: Instant | null; used: number; breach: { at: Instant; how: "late" | "reclassified" } | null; provisional: boolean };

export type RebindingPreview = { changes: (LimitChange)[] };

export type Received = { row: ReceivedRow; to: (string)[]; verdict: string; bytes: number; text: string; whole: string; hasHtml: boolean; files: ({ name: string; type: string; size: number })[] };

export type ReceivedCount = { waiting: number };

export type ReceivedPage = { mails: (ReceivedRow)[]; next: Cursor | null };

export type ReceivedRow = { id: string; at: Instant; mailbox: string; state: "quarantined" | "filed" | "joined" | "bounced" | "kept" | "returned" | "discarded"; classification: string; why: ({ code: string; about?: string })[]; sender: string | null; senderName: string; subject: string; claim: { folio: Folio | null; by: string; worth: string } | null; folio: Folio | null; message: string | null; copied: (string)[]; leftOut: ({ name: string; why: string })[]; decided: { at: Instant; by: string; reason: string | null } | null };

export type Registration = { ticket: number; folio: Folio; state: "pending" | "accepted" | "refused"; organisation: string; rfc: string; taxRegime: string; postalCode: string | null; taxAddress: string | null; userName: string | null; language: "es" | "en"; contact: string; address: string; telephone: string | null; asked: Instant };

export type Registrations = { accounts: (Registration)[]; next: Cursor | null };

export type ReplyDraft = { id: string; text: string; made: Instant; byName: string };

export type ReplyDraftWished = { text: string };

export type ReplyDrafts = { drafts: (ReplyDraft)[] };

export type Role = "agent" | "supervisor" | "owner" | "security-officer" | "head-of-it" | "auditor" | "administrator";

export type SatisfactionAnswer = { solution: Instant; asked: Instant; score: "good" | "bad" | null; words: string | null; answered: Instant | null; changed: Instant | null; seen: Instant | null; seenBy: string | null };

export type SatisfactionOfTicket = { answers: (SatisfactionAnswer)[] };

export type SatisfactionSetting = { on: boolean; since: Instant | null; changed: Instant | null; changedBy: string | null };

export type SavedView = { id: string; name: string; shared: boolean; owner: { id: string; name: string }; mine: boolean; filter: ViewFilter };

export type SavedViews = { views: (SavedView)[] };

export type Scope = "tickets:read" | "tickets:write" | "tickets:close" | "register:read" | "register:write" | "calendar:read" | "calendar:write" | "outgoing:read" | "reports:read" | "policy:read" | "webhooks:replay" | "calls:write" | "suggestions:write";

export type SearchPage = { tickets: ({ row: TicketRow; subject: (Stretch)[]; found: { kind: "folio" | "identifier" | "subject" | "requester" | "organisation" | "field" | "file" | "message" | "note"; name: string | null; seq: number | null; at: Instant | null; excerpt: (Stretch)[] | null } | null })[]; organisations: ({ id: string; name: string; rfc: string | null })[]; contacts: ({ id: string; name: string; address: string | null; organisation: string | null })[]; articles: ({ id: string; title: Text; audience: "public" | "staff" })[]; whole: boolean; next: Cursor | null; now: Instant };

export type SecondFactorAsked = { of: "roles" | "everybody" };

export type SecondFactorReset = { reset: true };

export type SentAgain = { id: string };

export type SessionsEnded = { ended: number };

export type SetBoardMail = { wanted: boolean; language: "es" | "en" };

export type SetSatisfaction = { on: boolean };

export type SharedDraft = { draft: { revision: number; base: number; source: string; author: string; changed: Instant } | null; newest: { number: number; source: string } };

export type Showing = { screen: string; folio: Folio | null; writing: boolean };

export type StaffHistory = { changes: ({ at: Instant; by: string; act: "invited" | "changed" | "removed" | "sessions-ended" | "second-factor-reset" | "second-factor-asked"; subject: string; before: Record<string, unknown> | null; after: Record<string, unknown> | null })[]; next: string | null };

export type Statement = { quotes: ({ at: Instant; minutes: number; amount: string; charge: string | null; currency: string | null; state: "proposed" | "accepted" | "refused" | "replaced" })[]; entries: ({ at: Instant; by: string | null; charge: string; minutes: number; amount: string; currency: string; work: string })[]; minutes: number; totals: ({ amount: string; currency: string })[] };

export type Stretch = { text: string; marked: boolean };

export type TakenDown = { form: string; channel: "phone" | "chat" | "mail" | "api"; fields: Record<string, string>; language?: "es" | "en"; portal?: string | null; cites?: Folio; urgency?: string; present?: boolean; uploads?: { session: string; files: ({ id: string; field: string })[] }; externalReference?: ExternalReference; call?: CallSaid; submission?: string };

export type TaxWarning = "rfc-unsound" | "rfc-generic" | "regime-of-companies" | "regime-of-people" | "rfc-shared";

export type Text = { es: string; en?: string };

export type Ticket = { row: TicketRow; now: Instant; form: string; type: string; fields: Record<string, string>; flags: (string)[]; portal: string | null; externalReference: string | null; policy: number; identity: string | null; telephone: string | null; promises: (Promise)[]; buckets: Record<string, number>; timeline: (TimelineEntry)[]; deliveries: (Delivery)[]; solution: { cause: string; remedy: string; told: boolean } | null; urgency: { ground: string; state: "claimed" | "confirmed" | "refused" } | null; account: Statement | null; following: Following; links: ({ to: string; as: string })[]; acts: (string)[]; routes: (string)[] };

export type TicketArticle = { id: string; title: Text; audience: "public" | "staff"; why: "code" | "type" | "words"; address: string; body: Text };

export type TicketArticles = { language: "es" | "en"; suggested: (TicketArticle)[]; found: (TicketArticle)[]; used: ({ article: string; message: string; version: number; at: Instant; byName: string })[] };

export type TicketClient = { organisation: Organisation | null; contact: ContactPerson | null; open: (ClientTicket)[]; authorised: (Authorised)[]; namesakes: ({ kind: "organisation" | "contact" | "account"; id: string; name: string; by: "rfc" | "name" | "address" })[] };

export type TicketCounts = { open: number; mine: number; unassigned: number; breached: number; waiting: number; solved: number };

export type TicketInvoice = { file: { id: string; name: string }; invoice: InvoiceContent | null; findings: (InvoiceFinding)[]; elsewhere: ({ folio: Folio; subject: string })[]; sat: { at: Instant; code: string | null; state: string | null; cancellable: string | null; cancellation: string | null; efos: string | null } | null };

export type TicketInvoices = { invoices: (TicketInvoice)[]; codes: (ErrorCode)[]; asksSat: boolean };

export type TicketPage = { tickets: (TicketRow)[]; next: Cursor | null; now: Instant };

export type TicketRow = { folio: Folio; seq: number; subject: string; requester: { name: string | null; address: string | null }; channel: string; severity: string; provisional: boolean; level: string; state: string; progress: "unattended" | "working" | "routed" | "close-the-loop" | "waiting-for-client" | "waiting-for-authorisation" | "waiting-for-third-party" | "scheduled" | "solved" | "closed"; assignee: { id: string; name: string } | null; filedAt: Instant; updatedAt: Instant; due: { kind: "limit"; clock: string; at: Instant } | { kind: "paused"; clock: string; at: null } | null; breached: boolean; present: boolean | null; urgency: "claimed" | "confirmed" | "refused" | null; troubled: boolean };

export type TimelineEntry = { seq: number; at: Instant; recorded: Instant; by: { kind: "client" | "staff" | "integration" | "desk"; name: string | null }; type: string; facts: Record<string, unknown>; public: boolean; message: { id: string; text: string; channel: string; files: ({ id: string; name: string; type: string; size: number })[] } | null };

export type Token = { id: string; name: string; scopes: (Scope)[]; made: Instant; madeBy: string; expires: Instant; lastUsed: Instant | null; revoked: Instant | null };

export type TokenMade = { made: Token; token: string };

export type TokenOwn = { id: string; name: string; desk: string; scopes: (Scope)[] };

export type TokenWished = { name: string; scopes: (Scope)[]; expires: Instant };

export type Tokens = { tokens: (Token)[]; next: Cursor | null };

export type ToldInLanguages = { es?: string; en?: string };

export type TookDown = { folio: Folio; severity: string; provisional: boolean; promises: (Promise)[]; now: Instant; mailed: boolean; aloud?: (string)[] };

export type TrackerColumn = "subject" | "filed" | "requester" | "category" | "folio" | "portal" | "severity" | "state" | "level" | "assignee" | "closed";

export type TrackerFollower = { id: string; name: string; staff: string | null; address: string | null; language: "es" | "en"; portal: string | null; since: Instant };

export type TrackerFollowers = { followers: (TrackerFollower)[]; next: Cursor | null };

export type TrackerFollowing = { next: Instant | null; followed: ({ follower: TrackerFollower; added: number; updated: number })[] };

export type TrackerPage = { columns: (TrackerColumn)[]; rows: (TrackerRow)[]; next: Cursor | null; portals: (string)[]; categories: ({ id: string; label: Text })[]; digest: { every: "day" | "week"; at: "opening" | "closing" | number; says: ("added" | "updated")[] } | null; now: Instant };

export type TrackerRow = { folio: string; cells: Record<string, string | number | null> };

export type TrackerStopped = { stopped: boolean };

export type UpdatedSince = number;

export type Upload = { id: string; name: string; type: string; size: number };

export type ViewChanged = { name?: string; shared?: boolean; filter?: ViewFilter; place?: number };

export type ViewCounts = { counts: Record<string, number> };

export type ViewFilter = { view: "open" | "mine" | "unassigned" | "breached" | "waiting" | "solved" | "closed"; level?: string; severity?: string; progress?: string; assignee?: string; type?: string; organisation?: string; due?: string; urgency?: "claimed" | "confirmed" | "refused"; text?: string; sort?: "due" | "newest" | "oldest" | "changed"; state?: string; q?: string };

export type ViewWished = { name: string; shared: boolean; filter: ViewFilter };

export type Viewer = { id: string; name: string; writing: boolean; since: Instant };

export type Webhook = { id: string; url: string; note: string; types: (WebhookType)[]; state: "on" | "off" | "gone" | "failing" | "removed"; stateSince: Instant; failingSince: Instant | null; beforeUntil: Instant | null; made: Instant; madeBy: string };

export type WebhookAgain = { again: number };

export type WebhookDeliveries = { deliveries: (WebhookDelivery)[]; next: Cursor | null };

export type WebhookDelivery = { id: string; message: string; type: string; folio: string | null; event: number | null; state: "pending" | "sent" | "failed" | "missed"; at: Instant; due: Instant; attempts: number; tried: Instant | null; took: number | null; status: number | null; answer: string | null; error: string | null; againOf: string | null; askedBy: string | null };

export type WebhookMade = { made: Webhook; secret: string };

export type WebhookStretch = { from: Instant; to: Instant; all: boolean };

export type WebhookSwitched = { state: "on" | "off" | "removed" };

export type WebhookType = "ticket.filed" | "ticket.held" | "ticket.admitted" | "ticket.client_wrote" | "ticket.replied" | "ticket.noted" | "ticket.classified" | "ticket.assigned" | "ticket.routed" | "ticket.paused" | "ticket.resumed" | "ticket.solved" | "ticket.confirmed" | "ticket.reopened" | "ticket.closed" | "ticket.merged" | "clock.warned" | "clock.breached" | "clock.limit_moved" | "clock.revised";

export type WebhookWished = { url: string; note: string; types: (WebhookType)[] };

export type Webhooks = { webhooks: (Webhook)[] };

/** Every operation by its name. */
export interface Operations {
  /** Who is signed in, and the desks where they work. */
  whoAmI: { path: Record<never, never>; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: Me };
  /** A desk's vocabulary and its people. */
  readDesk: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: Desk };
  /** A one-time link for somebody to work at the desk. */
  invite: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: Invitation; answer: Invited };
  /** How whoever is signed in likes the workspace. */
  readPreferences: { path: Record<never, never>; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: Preferences };
  /** What somebody is at the desk. */
  changeMember: { path: { desk: DeskId; member: string }; query: Record<never, never>; headers: Record<never, never>; body: Place; answer: Placed };
  /** Takes somebody's place at the desk away, at once. */
  dismissMember: { path: { desk: DeskId; member: string }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: Dismissed };
  /** Ends every session of somebody, at once. */
  endMemberSessions: { path: { desk: DeskId; member: string }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: SessionsEnded };
  /** Removes somebody's app, recovery codes and passkeys. */
  resetSecondFactor: { path: { desk: DeskId; member: string }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: SecondFactorReset };
  /** Of whom the desk asks a second proof. */
  readSecondFactorAsked: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: SecondFactorAsked };
  /** Of whom the desk asks a second proof. */
  askSecondFactor: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: SecondFactorAsked; answer: SecondFactorAsked };
  /** What was changed about the desk's people, newest first. */
  listStaffChanges: { path: { desk: DeskId }; query: { cursor?: Cursor; limit?: number }; headers: Record<never, never>; body: undefined; answer: StaffHistory };
  /** What left the desk or waits to, newest first. */
  listOutgoing: { path: { desk: DeskId }; query: { cursor?: Cursor; limit?: number; state?: "pending" | "sent" | "kept" | "failed" | "cancelled" | "bounced" }; headers: Record<never, never>; body: undefined; answer: OutgoingPage };
  /** One outgoing message, as it was or would be sent. */
  readOutgoing: { path: { desk: DeskId; id: string }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: Outgoing };
  /** A message that failed, came back or was held is sent once more, as a message of its own. */
  sendOutgoingAgain: { path: { desk: DeskId; id: string }; query: Record<never, never>; headers: Record<never, never>; body: Record<string, never>; answer: SentAgain };
  /** The HTML of one outgoing message, to be shown in a frame. */
  readOutgoingHtml: { path: { desk: DeskId; id: string }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: Response };
  /** Mail that came, newest first. */
  listReceived: { path: { desk: DeskId }; query: { cursor?: Cursor; limit?: number; list?: "quarantine" | "received" | "kept" }; headers: Record<never, never>; body: undefined; answer: ReceivedPage };
  /** How many mails wait for a person. */
  countReceivedWaiting: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: ReceivedCount };
  /** The mails that made, joined or are about a ticket, oldest first. */
  listReceivedOfTicket: { path: { desk: DeskId; folio: Folio }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: { mails: (ReceivedRow)[] } };
  /** One mail that came, with its words. */
  readReceived: { path: { desk: DeskId; id: string }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: Received };
  /** One mail as it came, always as an attachment. */
  readReceivedRaw: { path: { desk: DeskId; id: string }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: Response };
  /** The cleaned HTML of one mail that came, to be shown in a frame. */
  readReceivedHtml: { path: { desk: DeskId; id: string }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: Response };
  /** Takes a mail in after all: as a new request, or as words on a ticket. */
  releaseReceived: { path: { desk: DeskId; id: string }; query: Record<never, never>; headers: Record<never, never>; body: { to: Folio | null }; answer: ReceivedRow };
  /** Takes a mail out of what waits, for a reason; it stays kept. */
  discardReceived: { path: { desk: DeskId; id: string }; query: Record<never, never>; headers: Record<never, never>; body: { reason: string }; answer: ReceivedRow };
  /** A page of the queue, what falls due next first. */
  listTickets: { path: { desk: DeskId }; query: { view?: "open" | "mine" | "unassigned" | "breached" | "waiting" | "solved" | "closed" | "all"; level?: string; severity?: string; progress?: string; assignee?: string; type?: string; organisation?: string; due?: string; urgency?: "claimed" | "confirmed" | "refused"; text?: string; sort?: "due" | "newest" | "oldest" | "changed"; q?: string; updatedSince?: UpdatedSince; state?: string; folio?: FolioWanted; requester?: string; externalReference?: ExternalReferenceWanted; cursor?: Cursor; limit?: number }; headers: Record<never, never>; body: undefined; answer: TicketPage };
  /** Files a request for a client: taken down by a person, or sent by another system. */
  takeDownTicket: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: TakenDown; answer: TookDown };
  /** How many tickets each list holds. */
  countTickets: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: TicketCounts };
  /** A ticket with its promises and its timeline. */
  readTicket: { path: { desk: DeskId; folio: Folio }; query: Record<never, never>; headers: { "if-none-match"?: string }; body: undefined; answer: Ticket };
  /** Why a deadline is what it is, stretch by stretch. */
  explainClock: { path: { desk: DeskId; folio: Folio; clock: string }; query: { round?: number }; headers: Record<never, never>; body: undefined; answer: Explanation };
  /** Tickets by their words and by what identifies them, whom the register knows, and published articles. */
  search: { path: { desk: DeskId }; query: { q: string; cursor?: Cursor; limit?: number }; headers: Record<never, never>; body: undefined; answer: SearchPage };
  /** Lists that were kept under a name: the desk's shared ones, and one's own. */
  listViews: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: SavedViews };
  /** Keeps a list under a name: for oneself, or for the desk. */
  keepView: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: ViewWished; answer: SavedViews };
  /** How many open tickets each view holds, counted up to 1,000. */
  countViews: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: ViewCounts };
  /** Renames, moves, shares or alters a view. */
  changeView: { path: { desk: DeskId; id: string }; query: Record<never, never>; headers: Record<never, never>; body: ViewChanged; answer: SavedViews };
  /** Removes a view. */
  removeView: { path: { desk: DeskId; id: string }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: SavedViews };
  /** What an act would come to with each of many tickets; nothing is done. */
  planBulk: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: BulkWished; answer: BulkPlan };
  /** Does an act to each of many tickets, each by its own command. */
  beginBulk: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: BulkBegun; answer: Bulk };
  /** How far one's own act on many is, and which tickets were left as they are. */
  readBulk: { path: { desk: DeskId; id: string }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: Bulk };
  /** Stops one's own act on many: what is left stays as it is. */
  stopBulk: { path: { desk: DeskId; id: string }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: Bulk };
  /** Leads each ticket back to how it was, but for those that somebody changed since. */
  undoBulk: { path: { desk: DeskId; id: string }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: Bulk };
  /** The next due ticket that nobody is at, reserved for whoever asks. */
  nextOnGuard: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: GuardAsked; answer: GuardTurn };
  /** Keeps the ticket that one has on guard from others for longer. */
  keepOnGuard: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: GuardTurn };
  /** Goes off guard: what one had is free at once. */
  leaveGuard: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: GuardTurn };
  /** The mass incident that a ticket is or is part of, and what is probably the same trouble. */
  readIncident: { path: { desk: DeskId; folio: Folio }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: IncidentOfTicket };
  /** Makes a ticket a mass incident, that others can be part of. */
  declareIncident: { path: { desk: DeskId; folio: Folio }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: IncidentOfTicket };
  /** Accounts that were asked for, oldest first. */
  listAccounts: { path: { desk: DeskId }; query: { cursor?: Cursor; limit?: number; state?: "pending" | "accepted" | "refused" }; headers: Record<never, never>; body: undefined; answer: Registrations };
  /** Who owns each portal, and until when their support is paid. */
  listPortalOwners: { path: { desk: DeskId }; query: { cursor?: Cursor; limit?: number }; headers: Record<never, never>; body: undefined; answer: PortalOwners };
  /** Writes down a portal's owner; what was held for their support is admitted when it is valid. */
  setPortalOwner: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: PortalOwner; answer: PortalWritten };
  /** Whose each registered address is, and in which role. */
  listContacts: { path: { desk: DeskId }; query: { cursor?: Cursor; limit?: number }; headers: Record<never, never>; body: undefined; answer: Contacts };
  /** Registers a contact's address; their held tickets that lack nothing more are admitted. */
  setContact: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: ContactSent; answer: ContactWritten };
  /** The desk's clients, by name. */
  listOrganisations: { path: { desk: DeskId }; query: { cursor?: Cursor; limit?: number; q?: string }; headers: Record<never, never>; body: undefined; answer: Organisations };
  /** Writes a client down; what was held for its support is admitted where that is valid. */
  addOrganisation: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: OrganisationWish; answer: OrganisationWritten };
  /** A client: its tax data, its support, its portals. */
  readOrganisation: { path: { desk: DeskId; id: string }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: Organisation };
  /** A client's contacts, by name. */
  listOrganisationContacts: { path: { desk: DeskId; id: string }; query: { cursor?: Cursor; limit?: number }; headers: Record<never, never>; body: undefined; answer: ContactPersons };
  /** A client's tickets, newest first: of its portals, and of its contacts' addresses. */
  listOrganisationTickets: { path: { desk: DeskId; id: string }; query: { cursor?: Cursor; limit?: number; state?: "open" | "all" }; headers: Record<never, never>; body: undefined; answer: ClientTickets };
  /** The desk's contacts, by name. */
  listContactPersons: { path: { desk: DeskId }; query: { cursor?: Cursor; limit?: number; q?: string }; headers: Record<never, never>; body: undefined; answer: ContactPersons };
  /** Writes a contact down; their held tickets that lack nothing more are admitted (FI-2). */
  addContactPerson: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: ContactPersonWish; answer: ContactPersonWritten };
  /** A contact: their addresses, telephones and role. */
  readContactPerson: { path: { desk: DeskId; id: string }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: ContactPerson };
  /** A contact's tickets, newest first, from whichever of their addresses. */
  listContactTickets: { path: { desk: DeskId; id: string }; query: { cursor?: Cursor; limit?: number; state?: "open" | "all" }; headers: Record<never, never>; body: undefined; answer: ClientTickets };
  /** Who may be calling or meant: by RFC, portal, name, address or telephone. */
  lookUpClient: { path: { desk: DeskId }; query: { q: string }; headers: Record<never, never>; body: undefined; answer: LookedUp };
  /** Whose a ticket is: support, other open tickets, who may ask for what. */
  readTicketClient: { path: { desk: DeskId; folio: Folio }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: TicketClient };
  /** Who changed what, newest first, and who took the register away. */
  listAudit: { path: { desk: DeskId }; query: { cursor?: Cursor; limit?: number; subject?: string; id?: string }; headers: Record<never, never>; body: undefined; answer: AuditEntries };
  /** Takes a CSV file of clients and contacts in: all of it, or nothing where a row is wrong. */
  importRegister: { path: { desk: DeskId }; query: { write?: "yes" | "no" }; headers: Record<never, never>; body: Uint8Array | Blob; answer: ImportReport };
  /** The whole register as a CSV file; that it was taken away is written into the audit. */
  exportRegister: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: Response };
  /** The headings of such a file, to begin one with. */
  readRegisterTemplate: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: Response };
  /** The desk's calendars, and the dated exceptions published of them, newest first. */
  listExceptions: { path: { desk: DeskId }; query: { cursor?: Cursor; limit?: number }; headers: Record<never, never>; body: undefined; answer: CalendarExceptions };
  /** A holiday, short or extra day of a calendar, in force from now on. */
  publishException: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: CalendarException; answer: ExceptionPublished };
  /** Which limits of open tickets an exception would move, and to when; nothing is written. */
  previewException: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: ExceptionWished; answer: ExceptionPreview };
  /** The versions of the desk's policy, and how many open tickets each binds. */
  listPolicies: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: PolicyVersions };
  /** Publishes a pack's text as the desk's next version, from now or for later. */
  publishPolicy: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: PolicyPublication; answer: PolicyPublished };
  /** What moving a ticket to another version of the policy would change; nothing is written. */
  previewRebinding: { path: { desk: DeskId; folio: Folio }; query: { policy: number }; headers: Record<never, never>; body: undefined; answer: RebindingPreview };
  /** What moving a version's open tickets to another would change; nothing is written. */
  previewMove: { path: { desk: DeskId; number: number }; query: { to: number; after?: number }; headers: Record<never, never>; body: undefined; answer: MovePreview };
  /** Moves the next few open tickets of a version to another. */
  moveTickets: { path: { desk: DeskId; number: number }; query: Record<never, never>; headers: Record<never, never>; body: MoveWished; answer: Moved };
  /** Takes a scheduled version back before it takes effect; it stays in the history. */
  withdrawPolicy: { path: { desk: DeskId; number: number }; query: Record<never, never>; headers: Record<never, never>; body: PolicyWithdrawal; answer: PolicyPublished };
  /** What a version says otherwise than the one before it, in words. */
  readPolicyDifferences: { path: { desk: DeskId; number: number }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: PolicyDifferences };
  /** The draft of the desk's next manual, and the version that a new one begins from. */
  readPolicyDraft: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: SharedDraft };
  /** Keeps the draft; refused where somebody kept another since. */
  savePolicyDraft: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: DraftSave; answer: DraftRevision };
  /** Throws the draft away. */
  discardPolicyDraft: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: DraftRevision; answer: DraftRevision };
  /** The shared parts that a pack may use, for whoever checks one on their own machine. */
  readPolicyParts: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: PackParts };
  /** Looks through a pack's text: mistakes, contradictions, worked examples, differences. */
  checkPolicy: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: PackText; answer: PackChecked };
  /** Past tickets under the draft or another version, told while it goes on; hanging up ends it. */
  runBacktest: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: BacktestWished; answer: Response };
  /** Every figure of the desk, for a period and for now. */
  readBoard: { path: { desk: DeskId }; query: { weeks?: number; until?: string; severity?: string; level?: string }; headers: Record<never, never>; body: undefined; answer: Board };
  /** What is at risk now, and the forecast for the rest of today. */
  readBoardNow: { path: { desk: DeskId }; query: { severity?: string; level?: string }; headers: Record<never, never>; body: undefined; answer: BoardNow };
  /** The tickets that a mark of the board counts, the newest first. */
  listMarkedTickets: { path: { desk: DeskId }; query: { weeks?: number; until?: string; severity?: string; level?: string; figure: "at-risk" | "forecast" | "compliance" | "first-contact" | "backlog-age" | "arrivals" | "time-with-level" | "reopened" | "satisfaction"; part?: "late" | "soon" | "today" | "unassigned" | "due" | "all" | "kept" | "missed" | "slowest" | "solved" | "reopened" | "asked" | "good" | "bad" | "unanswered"; clock?: string; week?: string; age?: number; turn?: "desk" | "waiting" | "solved"; weekday?: number; hour?: number; cursor?: Cursor; limit?: number }; headers: Record<never, never>; body: undefined; answer: TicketPage };
  /** A figure as a CSV file, in the reader's words. */
  exportFigure: { path: { desk: DeskId }; query: { weeks?: number; until?: string; severity?: string; level?: string; figure: "at-risk" | "forecast" | "compliance" | "first-contact" | "backlog-age" | "arrivals" | "time-with-level" | "reopened" | "satisfaction"; lang?: "es" | "en" }; headers: Record<never, never>; body: undefined; answer: Response };
  /** The report of a period as a tagged PDF. */
  readBoardReport: { path: { desk: DeskId }; query: { weeks?: number; until?: string; severity?: string; level?: string; lang?: "es" | "en" }; headers: Record<never, never>; body: undefined; answer: Response };
  /** Whether the week's figures come by mail to whoever asks. */
  readBoardMail: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: BoardMail };
  /** Starts or stops the week's figures by mail, to whoever asks. */
  setBoardMail: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: SetBoardMail; answer: BoardMail };
  /** The mail of the week that is just over, as it would leave now. */
  previewBoardMail: { path: { desk: DeskId }; query: { lang?: "es" | "en" }; headers: Record<never, never>; body: undefined; answer: Response };
  /** Whether clients are asked if they are content. */
  readSatisfactionSetting: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: SatisfactionSetting };
  /** Starts or stops asking clients, from now on. */
  setSatisfaction: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: SetSatisfaction; answer: SatisfactionSetting };
  /** Answers of clients who are not content, the newest first. */
  listBadAnswers: { path: { desk: DeskId }; query: { cursor?: Cursor; limit?: number }; headers: Record<never, never>; body: undefined; answer: BadAnswers };
  /** What the client was asked about a ticket, and what they answered. */
  readSatisfactionOfTicket: { path: { desk: DeskId; folio: Folio }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: SatisfactionOfTicket };
  /** Says that somebody has looked at what the client answered. */
  lookAtSatisfaction: { path: { desk: DeskId; folio: Folio }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: SatisfactionOfTicket };
  /** The tracker that the manual promises, newest first. */
  listTracker: { path: { desk: DeskId }; query: { portal?: string; category?: string; cursor?: Cursor; limit?: number }; headers: Record<never, never>; body: undefined; answer: TrackerPage };
  /** The whole tracker as a CSV file, in the reader's words. */
  exportTracker: { path: { desk: DeskId }; query: { portal?: string; category?: string; lang?: "es" | "en" }; headers: Record<never, never>; body: undefined; answer: Response };
  /** What whoever asks follows, and what the next digest brings. */
  readTrackerFollowing: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: TrackerFollowing };
  /** Who follows the tracker, by name. */
  listTrackerFollowers: { path: { desk: DeskId }; query: { cursor?: Cursor; limit?: number }; headers: Record<never, never>; body: undefined; answer: TrackerFollowers };
  /** Follows the tracker oneself; an administrator may add an address from outside. */
  followTracker: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: FollowTracker; answer: TrackerFollower };
  /** Stops following; an administrator may stop anybody's. */
  stopFollowingTracker: { path: { desk: DeskId; id: string }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: TrackerStopped };
  /** The mailboxes that a desk's mail comes by, and how each goes. */
  listMailboxes: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: Mailboxes };
  /** Adds a mailbox; its mail is fetched within seconds. */
  addMailbox: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: MailboxWish; answer: Mailboxes };
  /** Changes a mailbox. */
  changeMailbox: { path: { desk: DeskId; id: string }; query: Record<never, never>; headers: Record<never, never>; body: MailboxWish; answer: Mailboxes };
  /** Removes a mailbox; what was taken in stays. */
  removeMailbox: { path: { desk: DeskId; id: string }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: Mailboxes };
  /** Has the messages tried again that could not be taken in. */
  retryMailbox: { path: { desk: DeskId; id: string }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: Mailboxes };
  /** Signs in to a mail server and looks into the folder, changing nothing. */
  tryMailbox: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: MailboxTrial; answer: MailboxTried };
  /** Processes that are announced and not over, those that end first first. */
  listAnnouncements: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: Announcements };
  /** Announces a process ahead: while it goes on, its ground of urgency is open. */
  announce: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: Announcing; answer: Announcement };
  /** Cancels what was announced; its ground of urgency closes at once. */
  cancelAnnouncement: { path: { desk: DeskId; id: string }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: Announcement };
  /** Writes to the requester; `progress` reports progress. */
  replyTicket: { path: { desk: DeskId; folio: Folio }; query: Record<never, never>; headers: { "if-match"?: string }; body: { text: string; progress?: boolean; uploads?: { session: string; ids: (string)[] } }; answer: Acted };
  /** Asks the requester something, or for their authorisation: the desk waits for it. */
  askTicket: { path: { desk: DeskId; folio: Folio }; query: Record<never, never>; headers: { "if-match"?: string }; body: { text: string; for: "client" | "authorisation"; uploads?: { session: string; ids: (string)[] } }; answer: Acted };
  /** Notes something that only the desk reads. */
  noteTicket: { path: { desk: DeskId; folio: Folio }; query: Record<never, never>; headers: { "if-match"?: string }; body: { text: string; uploads?: { session: string; ids: (string)[] } }; answer: Acted };
  /** Writes down a call or a chat, and what came of it. */
  logCallTicket: { path: { desk: DeskId; folio: Folio }; query: Record<never, never>; headers: { "if-match"?: string }; body: { text: string; outcome: "spoke" | "no-answer" | "left-message"; channel?: "phone" | "chat"; at?: Instant; call?: CallSaid }; answer: Acted };
  /** Gives a ticket its severity. */
  classifyTicket: { path: { desk: DeskId; folio: Folio }; query: Record<never, never>; headers: { "if-match"?: string }; body: { severity: string; reason?: string }; answer: Acted };
  /** Gives a ticket to a member of the desk, or to nobody. */
  assignTicket: { path: { desk: DeskId; folio: Folio }; query: Record<never, never>; headers: { "if-match"?: string }; body: { to: string | null }; answer: Acted };
  /** Routes a ticket to another level. */
  routeTicket: { path: { desk: DeskId; folio: Folio }; query: Record<never, never>; headers: { "if-match"?: string }; body: { to: string; reason?: string }; answer: Acted };
  /** Hands a solved ticket back to the level that answers the requester. */
  handBackTicket: { path: { desk: DeskId; folio: Folio }; query: Record<never, never>; headers: { "if-match"?: string }; body: { cause: string; remedy: string }; answer: Acted };
  /** Asks another level, which then has the ticket. */
  askLevelTicket: { path: { desk: DeskId; folio: Folio }; query: Record<never, never>; headers: { "if-match"?: string }; body: { to: string; text: string }; answer: Acted };
  /** Answers the level that asked. */
  answerLevelTicket: { path: { desk: DeskId; folio: Folio }; query: Record<never, never>; headers: { "if-match"?: string }; body: { text: string }; answer: Acted };
  /** Does the next step of a procedure. */
  doStepTicket: { path: { desk: DeskId; folio: Folio }; query: Record<never, never>; headers: { "if-match"?: string }; body: { procedure: string; note?: string }; answer: Acted };
  /** Accepts the account that was asked for. */
  acceptAccountTicket: { path: { desk: DeskId; folio: Folio }; query: Record<never, never>; headers: { "if-match"?: string }; body: Record<string, never>; answer: Acted };
  /** Refuses the account that was asked for, with the reason. */
  refuseAccountTicket: { path: { desk: DeskId; folio: Folio }; query: Record<never, never>; headers: { "if-match"?: string }; body: { reason: string }; answer: Acted };
  /** Waits for a third party. */
  waitTicket: { path: { desk: DeskId; folio: Folio }; query: Record<never, never>; headers: { "if-match"?: string }; body: { note?: string }; answer: Acted };
  /** Waits for an instant that was agreed on. */
  scheduleTicket: { path: { desk: DeskId; folio: Folio }; query: Record<never, never>; headers: { "if-match"?: string }; body: { until: Instant; note?: string }; answer: Acted };
  /** Ends a wait. */
  resumeTicket: { path: { desk: DeskId; folio: Folio }; query: Record<never, never>; headers: { "if-match"?: string }; body: Record<string, never>; answer: Acted };
  /** Admits a ticket that was held. */
  admitTicket: { path: { desk: DeskId; folio: Folio }; query: Record<never, never>; headers: { "if-match"?: string }; body: { note?: string }; answer: Acted };
  /** Verifies by a call to a registered telephone who asks for what is held (FI-6). */
  verifyTicket: { path: { desk: DeskId; folio: Folio }; query: Record<never, never>; headers: { "if-match"?: string }; body: { contact: string; telephone: string; note?: string }; answer: Acted };
  /** States cause and remedy, and tells the requester. */
  solveTicket: { path: { desk: DeskId; folio: Folio }; query: Record<never, never>; headers: { "if-match"?: string }; body: { cause: string; remedy: string; text?: string }; answer: Acted };
  /** Closes a ticket, with the reason. */
  closeTicket: { path: { desk: DeskId; folio: Folio }; query: Record<never, never>; headers: { "if-match"?: string }; body: { reason: "out-of-scope" | "spam" | "duplicate" | "by-agent"; note?: string; scope?: string }; answer: Acted };
  /** Merges a ticket into another. */
  mergeTicket: { path: { desk: DeskId; folio: Folio }; query: Record<never, never>; headers: { "if-match"?: string }; body: { into: Folio }; answer: Acted };
  /** Confirms the urgency that was claimed. */
  confirmUrgencyTicket: { path: { desk: DeskId; folio: Folio }; query: Record<never, never>; headers: { "if-match"?: string }; body: Record<string, never>; answer: Acted };
  /** Refuses the urgency that was claimed, with the reason. */
  refuseUrgencyTicket: { path: { desk: DeskId; folio: Folio }; query: Record<never, never>; headers: { "if-match"?: string }; body: { reason: string }; answer: Acted };
  /** Proposes a charge for time. */
  proposeChargeTicket: { path: { desk: DeskId; folio: Folio }; query: Record<never, never>; headers: { "if-match"?: string }; body: { minutes: number; charge?: string }; answer: Acted };
  /** Writes down time worked. */
  logTimeTicket: { path: { desk: DeskId; folio: Folio }; query: Record<never, never>; headers: { "if-match"?: string }; body: { minutes: number; work: string; charge?: string; at?: Instant }; answer: Acted };
  /** Makes a message into a ticket of its own. */
  splitTicket: { path: { desk: DeskId; folio: Folio }; query: Record<never, never>; headers: { "if-match"?: string }; body: { message: string; subject: string }; answer: Acted };
  /** Tells somebody in copy what the client is told. */
  addParticipantTicket: { path: { desk: DeskId; folio: Folio }; query: Record<never, never>; headers: { "if-match"?: string }; body: { address: string }; answer: Acted };
  /** Links a ticket to another. */
  linkTicket: { path: { desk: DeskId; folio: Folio }; query: Record<never, never>; headers: { "if-match"?: string }; body: { to: Folio; as: "related" | "duplicate" }; answer: Acted };
  /** Moves a ticket to another version of the manual. */
  rebindTicket: { path: { desk: DeskId; folio: Folio }; query: Record<never, never>; headers: { "if-match"?: string }; body: { policy: number; reason: string }; answer: Acted };
  /** A file's bytes, kept until the message it belongs to is sent. */
  keepUpload: { path: { desk: DeskId; session: string }; query: { name: string; field?: string }; headers: Record<never, never>; body: Uint8Array | Blob; answer: Upload };
  /** A file of a ticket, always as an attachment. */
  readFile: { path: { desk: DeskId; folio: Folio; id: string }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: Response };
  /** Who waits in the chat, in order, and the reader's own chats. */
  readChat: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: ChatDesk };
  /** The reader takes so many chats at once, or none; said again at each beat. */
  takeChats: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: ChatAvailability; answer: ChatAvailability };
  /** Gives the next one in the line to whoever asks. */
  takeNextChat: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: ChatTaken };
  /** Whose pages may frame the chat, and the secrets with which they vouch. */
  listChatHosts: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: ChatHosts };
  /** Lets the pages of an origin frame the chat. */
  addChatHost: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: ChatHost; answer: ChatHosts };
  /** Lets the pages of an origin frame the chat no more. */
  removeChatHost: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: ChatHost; answer: ChatHosts };
  /** Makes a new secret and shows it, this once; those before are taken for another day. */
  rotateChatKey: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: ChatSecret };
  /** Takes every secret back at once. */
  revokeChatKeys: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: ChatHosts };
  /** The desk's calls, newest first. */
  listCalls: { path: { desk: DeskId }; query: { cursor?: Cursor; limit?: number }; headers: Record<never, never>; body: undefined; answer: Calls };
  /** What a telephone exchange tells of a call: once for each of its ids, in any order. */
  reportCall: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: CallReport; answer: CallReported };
  /** One call. */
  readCall: { path: { desk: DeskId; call: string }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: Call };
  /** The calls that are to be made, what falls due first before. */
  listCallsDue: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: CallsDue };
  /** The call that one's own extension has on the line, and how many calls are to be made. */
  readCallNow: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: CallNow };
  /** Who may be calling: by telephone, RFC, name, address, portal or folio, with their support, open tickets and who may ask for what. */
  findCallers: { path: { desk: DeskId }; query: { q: string }; headers: Record<never, never>; body: undefined; answer: Callers };
  /** Attaches a call to a ticket, or to none. */
  attachCall: { path: { desk: DeskId; call: string }; query: Record<never, never>; headers: Record<never, never>; body: { folio: Folio | null }; answer: Call };
  /** What came of calling back somebody who was missed. */
  tryCallBack: { path: { desk: DeskId; call: string }; query: Record<never, never>; headers: Record<never, never>; body: { outcome: "spoke" | "no-answer" | "left-message" | "dismissed" }; answer: Call };
  /** Who answers at which extension of the exchange. */
  listExtensions: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: Extensions };
  /** Gives an extension to a member, or takes it back. */
  giveExtension: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: { extension: string; member: string | null }; answer: Extensions };
  /** What changed, once it is committed: which ticket and version, never what it says. */
  followDesk: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: Response };
  /** Who has which ticket open, and who writes an answer. */
  readPresence: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: Presence };
  /** The reader has a ticket open, or none any more; said again within half a minute. */
  showTicket: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: Showing; answer: Presence };
  /** Whose the token of this request is, its desk and its scopes. */
  readToken: { path: Record<never, never>; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: TokenOwn };
  /** The desk's tokens, the newest first, ended ones too. */
  listTokens: { path: { desk: DeskId }; query: { cursor?: Cursor; limit?: number }; headers: Record<never, never>; body: undefined; answer: Tokens };
  /** Makes a token for an integration; it is said this once. */
  makeToken: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: TokenWished; answer: TokenMade };
  /** Ends a token at once. */
  revokeToken: { path: { desk: DeskId; id: string }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: Token };
  /** Where what happens is told to other systems. */
  listWebhooks: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: Webhooks };
  /** Adds an endpoint; its secret is said this once. */
  addWebhook: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: WebhookWished; answer: WebhookMade };
  /** Changes where an endpoint is and what it is told of. */
  changeWebhook: { path: { desk: DeskId; id: string }; query: Record<never, never>; headers: Record<never, never>; body: WebhookWished; answer: Webhook };
  /** Switches an endpoint on or off, or takes it away. */
  switchWebhook: { path: { desk: DeskId; id: string }; query: Record<never, never>; headers: Record<never, never>; body: WebhookSwitched; answer: Webhooks };
  /** Gives an endpoint a new secret, said this once; the one before signs as well for a day. */
  renewWebhookSecret: { path: { desk: DeskId; id: string }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: WebhookMade };
  /** What was sent to an endpoint or waits to be, newest first. */
  listWebhookDeliveries: { path: { desk: DeskId; id: string }; query: { cursor?: Cursor; limit?: number }; headers: Record<never, never>; body: undefined; answer: WebhookDeliveries };
  /** Sends a delivery that ended once more, with the same webhook-id. */
  replayWebhookDelivery: { path: { desk: DeskId; id: string; delivery: string }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: WebhookAgain };
  /** Sends once more what happened in a stretch of time: what did not arrive, or all. */
  replayWebhookDeliveries: { path: { desk: DeskId; id: string }; query: Record<never, never>; headers: Record<never, never>; body: WebhookStretch; answer: WebhookAgain };
  /** Sends a trial that tells of nothing. */
  tryWebhook: { path: { desk: DeskId; id: string }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: WebhookAgain };
  /** One's own calendars of what falls due. */
  listFeeds: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: Feeds };
  /** Makes a calendar of what falls due; its link is said this once. */
  makeFeed: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: FeedWished; answer: FeedMade };
  /** Ends one's own calendar at once. */
  endFeed: { path: { desk: DeskId; id: string }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: Feeds };
  /** Replies that are proposed for a ticket and were sent to nobody. */
  listReplyDrafts: { path: { desk: DeskId; folio: Folio }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: ReplyDrafts };
  /** Proposes a reply: a person sends it, changes it or discards it. */
  draftReply: { path: { desk: DeskId; folio: Folio }; query: Record<never, never>; headers: Record<never, never>; body: ReplyDraftWished; answer: ReplyDraft };
  /** Takes a proposed reply away: it was used, or is not wanted. */
  endReplyDraft: { path: { desk: DeskId; folio: Folio; id: string }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: ReplyDrafts };
  /** The invoices (CFDI) of a ticket, checked, and the error codes that its words name. */
  readInvoices: { path: { desk: DeskId; folio: Folio }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: TicketInvoices };
  /** Asks the SAT for the status of an invoice, where this installation may, and keeps the answer. */
  askSatStatus: { path: { desk: DeskId; folio: Folio; id: string }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: TicketInvoices };
  /** Error codes of invoicing, with what they mean at this desk. */
  listErrorCodes: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: ErrorCodes };
  /** Takes the desk's words for a code away. */
  removeErrorCode: { path: { desk: DeskId; code: string }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: ErrorCodes };
  /** What the desk knows: every article, with how it does. */
  listArticles: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: Articles };
  /** Writes a new article, as a draft. */
  createArticle: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: ArticleWished; answer: ArticleWritten };
  /** One article with its versions and what its readers wrote. */
  readArticle: { path: { desk: DeskId; article: string }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: ArticleDetail };
  /** The text of one version of an article. */
  readArticleVersion: { path: { desk: DeskId; article: string; number: number }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: ArticleContent };
  /** Adds a version to an article; it is read once it is published. */
  saveArticle: { path: { desk: DeskId; article: string }; query: Record<never, never>; headers: Record<never, never>; body: ArticleSaved; answer: ArticleWritten };
  /** Puts the text of an older version back, as a new one. */
  restoreArticle: { path: { desk: DeskId; article: string }; query: Record<never, never>; headers: Record<never, never>; body: ArticleRestored; answer: ArticleWritten };
  /** Publishes a version of an article: it is what is read. */
  publishArticle: { path: { desk: DeskId; article: string }; query: Record<never, never>; headers: Record<never, never>; body: ArticlePublished; answer: ArticleWritten };
  /** Withdraws an article: it is read no more, until it is published again. */
  withdrawArticle: { path: { desk: DeskId; article: string }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: ArticleWritten };
  /** Says that an article still holds as it is. */
  reviewArticle: { path: { desk: DeskId; article: string }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: ArticleWritten };
  /** Takes the manual's newer text as a version, or keeps the desk's own against it. */
  choosePackText: { path: { desk: DeskId; article: string }; query: Record<never, never>; headers: Record<never, never>; body: ArticlePackChosen; answer: ArticleWritten };
  /** A text as its readers would see it, as a page for a frame. */
  previewArticle: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: ArticlePreviewed; answer: { html: string } };
  /** Keeps an image, a PDF or a text for articles to show. */
  keepArticleFile: { path: { desk: DeskId }; query: { name: string }; headers: Record<never, never>; body: Uint8Array | Blob; answer: ArticleFile };
  /** A file of the desk's articles. */
  readArticleFile: { path: { desk: DeskId; id: string }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: Response };
  /** What offering articles in the form spared, with its n. */
  readArticleReport: { path: { desk: DeskId }; query: { days?: number }; headers: Record<never, never>; body: undefined; answer: ArticleReport };
  /** The same for each article, as a CSV file in the reader's words. */
  exportArticleReport: { path: { desk: DeskId }; query: { days?: number; lang?: "es" | "en" }; headers: Record<never, never>; body: undefined; answer: Response };
  /** Articles that may answer a ticket, and those that its replies lead to. */
  listTicketArticles: { path: { desk: DeskId; folio: Folio }; query: { q?: string }; headers: Record<never, never>; body: undefined; answer: TicketArticles };
  /** What one has written to tickets of the desk and has not sent, or is on its way out. */
  listOwnCompositions: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: Compositions };
  /** One's own drafts to a ticket, and whatever of anybody's is on its way out. */
  listCompositions: { path: { desk: DeskId; folio: Folio }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: Compositions };
  /** Throws a draft away, with its files. */
  discardComposition: { path: { desk: DeskId; folio: Folio; id: string }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: CompositionGone };
  /** Sends what was written, once: its id is the message's. Words to the client wait as many seconds as asked for, and can be called back until then. */
  sendComposition: { path: { desk: DeskId; folio: Folio; id: string }; query: Record<never, never>; headers: Record<never, never>; body: CompositionSend; answer: CompositionSent };
  /** Calls back what is on its way out: it is a draft again. */
  undoComposition: { path: { desk: DeskId; folio: Folio; id: string }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: Composition };
  /** What would be recorded and mailed if it were sent now; nothing is. */
  previewComposition: { path: { desk: DeskId; folio: Folio; id: string }; query: Record<never, never>; headers: Record<never, never>; body: CompositionSend; answer: CompositionPreview };
  /** Prepared answers: the desk's and one's own. */
  listCannedReplies: { path: { desk: DeskId }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: CannedReplies };
  /** Takes a prepared answer out of use; its versions stay. */
  removeCannedReply: { path: { desk: DeskId; id: string }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: { id: string } };
  /** How a prepared answer was before, the newest first. */
  listCannedReplyVersions: { path: { desk: DeskId; id: string }; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: CannedVersions };
}

/** Where each operation is. */
export const places = {
  whoAmI: ["GET", "/me"],
  readDesk: ["GET", "/desks/{desk}"],
  invite: ["POST", "/desks/{desk}/invitations"],
  readPreferences: ["GET", "/me/preferences"],
  changeMember: ["POST", "/desks/{desk}/staff/{member}"],
  dismissMember: ["POST", "/desks/{desk}/staff/{member}/dismissal"],
  endMemberSessions: ["POST", "/desks/{desk}/staff/{member}/sessions-end"],
  resetSecondFactor: ["POST", "/desks/{desk}/staff/{member}/second-factor-reset"],
  readSecondFactorAsked: ["GET", "/desks/{desk}/second-factor"],
  askSecondFactor: ["POST", "/desks/{desk}/second-factor"],
  listStaffChanges: ["GET", "/desks/{desk}/staff-changes"],
  listOutgoing: ["GET", "/desks/{desk}/outgoing"],
  readOutgoing: ["GET", "/desks/{desk}/outgoing/{id}"],
  sendOutgoingAgain: ["POST", "/desks/{desk}/outgoing/{id}/again"],
  readOutgoingHtml: ["GET", "/desks/{desk}/outgoing/{id}/html"],
  listReceived: ["GET", "/desks/{desk}/received"],
  countReceivedWaiting: ["GET", "/desks/{desk}/received/waiting"],
  listReceivedOfTicket: ["GET", "/desks/{desk}/tickets/{folio}/received"],
  readReceived: ["GET", "/desks/{desk}/received/{id}"],
  readReceivedRaw: ["GET", "/desks/{desk}/received/{id}/raw"],
  readReceivedHtml: ["GET", "/desks/{desk}/received/{id}/html"],
  releaseReceived: ["POST", "/desks/{desk}/received/{id}/release"],
  discardReceived: ["POST", "/desks/{desk}/received/{id}/discard"],
  listTickets: ["GET", "/desks/{desk}/tickets"],
  takeDownTicket: ["POST", "/desks/{desk}/tickets"],
  countTickets: ["GET", "/desks/{desk}/counts"],
  readTicket: ["GET", "/desks/{desk}/tickets/{folio}"],
  explainClock: ["GET", "/desks/{desk}/tickets/{folio}/clocks/{clock}"],
  search: ["GET", "/desks/{desk}/search"],
  listViews: ["GET", "/desks/{desk}/views"],
  keepView: ["POST", "/desks/{desk}/views"],
  countViews: ["GET", "/desks/{desk}/view-counts"],
  changeView: ["POST", "/desks/{desk}/views/{id}"],
  removeView: ["POST", "/desks/{desk}/views/{id}/remove"],
  planBulk: ["POST", "/desks/{desk}/bulk-plans"],
  beginBulk: ["POST", "/desks/{desk}/bulks"],
  readBulk: ["GET", "/desks/{desk}/bulks/{id}"],
  stopBulk: ["POST", "/desks/{desk}/bulks/{id}/stop"],
  undoBulk: ["POST", "/desks/{desk}/bulks/{id}/undo"],
  nextOnGuard: ["POST", "/desks/{desk}/guard/next"],
  keepOnGuard: ["POST", "/desks/{desk}/guard/keep"],
  leaveGuard: ["POST", "/desks/{desk}/guard/leave"],
  readIncident: ["GET", "/desks/{desk}/tickets/{folio}/incident"],
  declareIncident: ["POST", "/desks/{desk}/tickets/{folio}/incident"],
  listAccounts: ["GET", "/desks/{desk}/accounts"],
  listPortalOwners: ["GET", "/desks/{desk}/portals"],
  setPortalOwner: ["POST", "/desks/{desk}/portals"],
  listContacts: ["GET", "/desks/{desk}/contacts"],
  setContact: ["POST", "/desks/{desk}/contacts"],
  listOrganisations: ["GET", "/desks/{desk}/register/organisations"],
  addOrganisation: ["POST", "/desks/{desk}/register/organisations"],
  readOrganisation: ["GET", "/desks/{desk}/register/organisations/{id}"],
  listOrganisationContacts: ["GET", "/desks/{desk}/register/organisations/{id}/contacts"],
  listOrganisationTickets: ["GET", "/desks/{desk}/register/organisations/{id}/tickets"],
  listContactPersons: ["GET", "/desks/{desk}/register/contacts"],
  addContactPerson: ["POST", "/desks/{desk}/register/contacts"],
  readContactPerson: ["GET", "/desks/{desk}/register/contacts/{id}"],
  listContactTickets: ["GET", "/desks/{desk}/register/contacts/{id}/tickets"],
  lookUpClient: ["GET", "/desks/{desk}/register/lookup"],
  readTicketClient: ["GET", "/desks/{desk}/tickets/{folio}/client"],
  listAudit: ["GET", "/desks/{desk}/audit"],
  importRegister: ["POST", "/desks/{desk}/register/import"],
  exportRegister: ["GET", "/desks/{desk}/register/export"],
  readRegisterTemplate: ["GET", "/desks/{desk}/register/template"],
  listExceptions: ["GET", "/desks/{desk}/exceptions"],
  publishException: ["POST", "/desks/{desk}/exceptions"],
  previewException: ["POST", "/desks/{desk}/exceptions/preview"],
  listPolicies: ["GET", "/desks/{desk}/policies"],
  publishPolicy: ["POST", "/desks/{desk}/policies"],
  previewRebinding: ["GET", "/desks/{desk}/tickets/{folio}/rebinding"],
  previewMove: ["GET", "/desks/{desk}/policies/{number}/moves"],
  moveTickets: ["POST", "/desks/{desk}/policies/{number}/moves"],
  withdrawPolicy: ["POST", "/desks/{desk}/policies/{number}/withdrawal"],
  readPolicyDifferences: ["GET", "/desks/{desk}/policies/{number}/differences"],
  readPolicyDraft: ["GET", "/desks/{desk}/policy-draft"],
  savePolicyDraft: ["POST", "/desks/{desk}/policy-draft"],
  discardPolicyDraft: ["POST", "/desks/{desk}/policy-draft/removal"],
  readPolicyParts: ["GET", "/desks/{desk}/policy-parts"],
  checkPolicy: ["POST", "/desks/{desk}/policy-check"],
  runBacktest: ["POST", "/desks/{desk}/backtests"],
  readBoard: ["GET", "/desks/{desk}/board"],
  readBoardNow: ["GET", "/desks/{desk}/board/now"],
  listMarkedTickets: ["GET", "/desks/{desk}/board/tickets"],
  exportFigure: ["GET", "/desks/{desk}/board/file"],
  readBoardReport: ["GET", "/desks/{desk}/board/report"],
  readBoardMail: ["GET", "/desks/{desk}/board/mail"],
  setBoardMail: ["POST", "/desks/{desk}/board/mail"],
  previewBoardMail: ["GET", "/desks/{desk}/board/mail/preview"],
  readSatisfactionSetting: ["GET", "/desks/{desk}/satisfaction"],
  setSatisfaction: ["POST", "/desks/{desk}/satisfaction"],
  listBadAnswers: ["GET", "/desks/{desk}/satisfaction/bad"],
  readSatisfactionOfTicket: ["GET", "/desks/{desk}/tickets/{folio}/satisfaction"],
  lookAtSatisfaction: ["POST", "/desks/{desk}/tickets/{folio}/satisfaction"],
  listTracker: ["GET", "/desks/{desk}/tracker"],
  exportTracker: ["GET", "/desks/{desk}/tracker.csv"],
  readTrackerFollowing: ["GET", "/desks/{desk}/tracker/following"],
  listTrackerFollowers: ["GET", "/desks/{desk}/tracker/followers"],
  followTracker: ["POST", "/desks/{desk}/tracker/followers"],
  stopFollowingTracker: ["POST", "/desks/{desk}/tracker/followers/{id}/stop"],
  listMailboxes: ["GET", "/desks/{desk}/mailboxes"],
  addMailbox: ["POST", "/desks/{desk}/mailboxes"],
  changeMailbox: ["POST", "/desks/{desk}/mailboxes/{id}"],
  removeMailbox: ["POST", "/desks/{desk}/mailboxes/{id}/remove"],
  retryMailbox: ["POST", "/desks/{desk}/mailboxes/{id}/retry"],
  tryMailbox: ["POST", "/desks/{desk}/mailbox-trials"],
  listAnnouncements: ["GET", "/desks/{desk}/announcements"],
  announce: ["POST", "/desks/{desk}/announcements"],
  cancelAnnouncement: ["POST", "/desks/{desk}/announcements/{id}/cancel"],
  replyTicket: ["POST", "/desks/{desk}/tickets/{folio}/reply"],
  askTicket: ["POST", "/desks/{desk}/tickets/{folio}/ask"],
  noteTicket: ["POST", "/desks/{desk}/tickets/{folio}/note"],
  logCallTicket: ["POST", "/desks/{desk}/tickets/{folio}/log-call"],
  classifyTicket: ["POST", "/desks/{desk}/tickets/{folio}/classify"],
  assignTicket: ["POST", "/desks/{desk}/tickets/{folio}/assign"],
  routeTicket: ["POST", "/desks/{desk}/tickets/{folio}/route"],
  handBackTicket: ["POST", "/desks/{desk}/tickets/{folio}/hand-back"],
  askLevelTicket: ["POST", "/desks/{desk}/tickets/{folio}/ask-level"],
  answerLevelTicket: ["POST", "/desks/{desk}/tickets/{folio}/answer-level"],
  doStepTicket: ["POST", "/desks/{desk}/tickets/{folio}/do-step"],
  acceptAccountTicket: ["POST", "/desks/{desk}/tickets/{folio}/accept-account"],
  refuseAccountTicket: ["POST", "/desks/{desk}/tickets/{folio}/refuse-account"],
  waitTicket: ["POST", "/desks/{desk}/tickets/{folio}/wait"],
  scheduleTicket: ["POST", "/desks/{desk}/tickets/{folio}/schedule"],
  resumeTicket: ["POST", "/desks/{desk}/tickets/{folio}/resume"],
  admitTicket: ["POST", "/desks/{desk}/tickets/{folio}/admit"],
  verifyTicket: ["POST", "/desks/{desk}/tickets/{folio}/verify"],
  solveTicket: ["POST", "/desks/{desk}/tickets/{folio}/solve"],
  closeTicket: ["POST", "/desks/{desk}/tickets/{folio}/close"],
  mergeTicket: ["POST", "/desks/{desk}/tickets/{folio}/merge"],
  confirmUrgencyTicket: ["POST", "/desks/{desk}/tickets/{folio}/confirm-urgency"],
  refuseUrgencyTicket: ["POST", "/desks/{desk}/tickets/{folio}/refuse-urgency"],
  proposeChargeTicket: ["POST", "/desks/{desk}/tickets/{folio}/propose-charge"],
  logTimeTicket: ["POST", "/desks/{desk}/tickets/{folio}/log-time"],
  splitTicket: ["POST", "/desks/{desk}/tickets/{folio}/split"],
  addParticipantTicket: ["POST", "/desks/{desk}/tickets/{folio}/add-participant"],
  linkTicket: ["POST", "/desks/{desk}/tickets/{folio}/link"],
  rebindTicket: ["POST", "/desks/{desk}/tickets/{folio}/rebind"],
  keepUpload: ["POST", "/desks/{desk}/uploads/{session}"],
  readFile: ["GET", "/desks/{desk}/tickets/{folio}/files/{id}"],
  readChat: ["GET", "/desks/{desk}/chat"],
  takeChats: ["POST", "/desks/{desk}/chat/availability"],
  takeNextChat: ["POST", "/desks/{desk}/chat/next"],
  listChatHosts: ["GET", "/desks/{desk}/chat/hosts"],
  addChatHost: ["POST", "/desks/{desk}/chat/hosts"],
  removeChatHost: ["POST", "/desks/{desk}/chat/hosts/remove"],
  rotateChatKey: ["POST", "/desks/{desk}/chat/keys"],
  revokeChatKeys: ["POST", "/desks/{desk}/chat/keys/revoke"],
  listCalls: ["GET", "/desks/{desk}/calls"],
  reportCall: ["POST", "/desks/{desk}/calls"],
  readCall: ["GET", "/desks/{desk}/calls/{call}"],
  listCallsDue: ["GET", "/desks/{desk}/calls-due"],
  readCallNow: ["GET", "/desks/{desk}/call-now"],
  findCallers: ["GET", "/desks/{desk}/callers"],
  attachCall: ["POST", "/desks/{desk}/calls/{call}/attach"],
  tryCallBack: ["POST", "/desks/{desk}/calls/{call}/tried"],
  listExtensions: ["GET", "/desks/{desk}/extensions"],
  giveExtension: ["POST", "/desks/{desk}/extensions"],
  followDesk: ["GET", "/desks/{desk}/live"],
  readPresence: ["GET", "/desks/{desk}/presence"],
  showTicket: ["POST", "/desks/{desk}/presence"],
  readToken: ["GET", "/token"],
  listTokens: ["GET", "/desks/{desk}/tokens"],
  makeToken: ["POST", "/desks/{desk}/tokens"],
  revokeToken: ["POST", "/desks/{desk}/tokens/{id}/revocation"],
  listWebhooks: ["GET", "/desks/{desk}/webhooks"],
  addWebhook: ["POST", "/desks/{desk}/webhooks"],
  changeWebhook: ["POST", "/desks/{desk}/webhooks/{id}"],
  switchWebhook: ["POST", "/desks/{desk}/webhooks/{id}/state"],
  renewWebhookSecret: ["POST", "/desks/{desk}/webhooks/{id}/secret"],
  listWebhookDeliveries: ["GET", "/desks/{desk}/webhooks/{id}/deliveries"],
  replayWebhookDelivery: ["POST", "/desks/{desk}/webhooks/{id}/deliveries/{delivery}/again"],
  replayWebhookDeliveries: ["POST", "/desks/{desk}/webhooks/{id}/replays"],
  tryWebhook: ["POST", "/desks/{desk}/webhooks/{id}/trials"],
  listFeeds: ["GET", "/desks/{desk}/feeds"],
  makeFeed: ["POST", "/desks/{desk}/feeds"],
  endFeed: ["POST", "/desks/{desk}/feeds/{id}/revocation"],
  listReplyDrafts: ["GET", "/desks/{desk}/tickets/{folio}/drafts"],
  draftReply: ["POST", "/desks/{desk}/tickets/{folio}/drafts"],
  endReplyDraft: ["POST", "/desks/{desk}/tickets/{folio}/drafts/{id}/end"],
  readInvoices: ["GET", "/desks/{desk}/tickets/{folio}/invoices"],
  askSatStatus: ["POST", "/desks/{desk}/tickets/{folio}/invoices/{id}/sat-status"],
  listErrorCodes: ["GET", "/desks/{desk}/error-codes"],
  removeErrorCode: ["POST", "/desks/{desk}/error-codes/{code}/removal"],
  listArticles: ["GET", "/desks/{desk}/articles"],
  createArticle: ["POST", "/desks/{desk}/articles"],
  readArticle: ["GET", "/desks/{desk}/articles/{article}"],
  readArticleVersion: ["GET", "/desks/{desk}/articles/{article}/versions/{number}"],
  saveArticle: ["POST", "/desks/{desk}/articles/{article}/versions"],
  restoreArticle: ["POST", "/desks/{desk}/articles/{article}/restoration"],
  publishArticle: ["POST", "/desks/{desk}/articles/{article}/publication"],
  withdrawArticle: ["POST", "/desks/{desk}/articles/{article}/withdrawal"],
  reviewArticle: ["POST", "/desks/{desk}/articles/{article}/review"],
  choosePackText: ["POST", "/desks/{desk}/articles/{article}/pack"],
  previewArticle: ["POST", "/desks/{desk}/article-previews"],
  keepArticleFile: ["POST", "/desks/{desk}/article-files"],
  readArticleFile: ["GET", "/desks/{desk}/article-files/{id}"],
  readArticleReport: ["GET", "/desks/{desk}/article-report"],
  exportArticleReport: ["GET", "/desks/{desk}/article-report.csv"],
  listTicketArticles: ["GET", "/desks/{desk}/tickets/{folio}/articles"],
  listOwnCompositions: ["GET", "/desks/{desk}/compositions"],
  listCompositions: ["GET", "/desks/{desk}/tickets/{folio}/compositions"],
  discardComposition: ["POST", "/desks/{desk}/tickets/{folio}/compositions/{id}/discard"],
  sendComposition: ["POST", "/desks/{desk}/tickets/{folio}/compositions/{id}/send"],
  undoComposition: ["POST", "/desks/{desk}/tickets/{folio}/compositions/{id}/undo"],
  previewComposition: ["POST", "/desks/{desk}/tickets/{folio}/compositions/{id}/preview"],
  listCannedReplies: ["GET", "/desks/{desk}/canned-replies"],
  removeCannedReply: ["POST", "/desks/{desk}/canned-replies/{id}/removal"],
  listCannedReplyVersions: ["GET", "/desks/{desk}/canned-replies/{id}/versions"],
} as const satisfies Record<keyof Operations, readonly ["GET" | "POST", string]>;
