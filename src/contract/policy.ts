import { z } from "zod";
import { folio, instant, text } from "./primitives.ts";

/** A version of a desk's policy. */
export const policyVersion = z
  .strictObject({
    number: z.int(),
    state: z.enum(["scheduled", "in-force", "superseded", "withdrawn"]),
    effective: instant,
    /** When the next takes its place; null: none is published. */
    until: instant.nullable(),
    published: instant,
    reason: z.string(),
    author: z.string(),
    /** A pack's file at a start, the command line, or the workspace. */
    origin: z.enum(["file", "command", "workspace"]),
    withdrawn: z.strictObject({ at: instant, author: z.string(), reason: z.string() }).nullable(),
    /** Open tickets that it binds. */
    open: z.int(),
  })
  .meta({ id: "PolicyVersion" });

/** The versions of a desk's policy, the newest first; `aside`: the pack's file that differs from them and was not published. */
export const policyVersions = z
  .strictObject({
    versions: z.array(policyVersion),
    aside: z.strictObject({ file: z.string(), seen: instant }).nullable(),
  })
  .meta({ id: "PolicyVersions" });

/** Differences in words, each under the heading of its section. */
export const saidDifferences = z.array(z.strictObject({ section: z.string(), text: z.string() }));

/** What a version says otherwise than the one before it; `against`: its number, null where it is the first. */
export const policyDifferences = z
  .strictObject({ against: z.int().nullable(), differences: saidDifferences })
  .meta({ id: "PolicyDifferences" });

const reason = z.string().trim().min(1).max(2_000);

/** Longest pack, in characters. */
const source = z.string().min(1).max(400_000);

/** A pack's text to be published; `effective`: null for now. `after`: the newest version that was seen. */
export const policyPublication = z
  .strictObject({
    source,
    reason,
    effective: instant.nullable().exactOptional(),
    after: z.int().min(0).exactOptional(),
  })
  .meta({ id: "PolicyPublication" });

/** The version that was published. */
export const policyPublished = z
  .strictObject({ number: z.int(), effective: instant })
  .meta({ id: "PolicyPublished" });

/** Why a scheduled version is taken back. */
export const policyWithdrawal = z.strictObject({ reason }).meta({ id: "PolicyWithdrawal" });

/** The draft that a desk's editors share; `newest`: the version that a new one begins from. */
export const sharedDraft = z
  .strictObject({
    draft: z
      .strictObject({
        revision: z.int(),
        base: z.int(),
        source: z.string(),
        author: z.string(),
        changed: instant,
      })
      .nullable(),
    newest: z.strictObject({ number: z.int(), source: z.string() }),
  })
  .meta({ id: "SharedDraft" });

/** A draft to be kept: what follows the revision that was seen, 0 where there was none. */
export const draftSave = z
  .strictObject({
    revision: z.int().min(0).max(2_147_483_646),
    base: z.int().min(0).max(2_147_483_647),
    source,
  })
  .meta({ id: "DraftSave" });

/** The revision of the draft that is meant, or that was kept. */
export const draftRevision = z
  .strictObject({ revision: z.int().min(1).max(2_147_483_647) })
  .meta({ id: "DraftRevision" });

/** The shared parts and articles that a desk's pack may use, by name. */
export const packParts = z
  .strictObject({ shared: z.record(z.string(), z.string()) })
  .meta({ id: "PackParts" });

/** A pack's text to be looked through. */
export const packText = z.strictObject({ source }).meta({ id: "PackText" });

/** Something to be said of a pack at its place; `file`: "policy.yaml", or the shared part that it is in. */
export const packMark = z
  .strictObject({
    level: z.enum(["error", "warning", "decided", "note"]),
    code: z.string(),
    file: z.string(),
    line: z.int(),
    column: z.int(),
    words: z.string(),
    /** The other places that it is held against. */
    against: z.array(
      z.strictObject({
        file: z.string(),
        line: z.int(),
        column: z.int(),
        clause: z.array(z.string()),
        written: z.string(),
      }),
    ),
  })
  .meta({ id: "PackMark" });

/** What a pack's text comes to: what is wrong or doubtful, and how it differs from the newest version. */
export const packChecked = z
  .strictObject({
    /** Whether it could be published. */
    sound: z.boolean(),
    marks: z.array(packMark),
    examples: z.strictObject({ passed: z.int(), failed: z.int() }),
    /** Null where the pack cannot be read. */
    differences: saidDifferences.nullable(),
  })
  .meta({ id: "PackChecked" });

/** What becomes of one promise of a ticket that is moved; `missed`: by the new promise, at once. */
export const limitChange = z
  .strictObject({
    clock: z.string(),
    label: text,
    before: instant.nullable(),
    after: instant.nullable(),
    missed: z.boolean(),
  })
  .meta({ id: "LimitChange" });

/** What moving one ticket to another version would change. */
export const rebindingPreview = z
  .strictObject({ changes: z.array(limitChange) })
  .meta({ id: "RebindingPreview" });

/** What moving a version's open tickets would change; `refused`: why a ticket cannot be moved, in words. */
export const movePreview = z
  .strictObject({
    tickets: z.array(
      z.strictObject({
        folio,
        subject: z.string(),
        changes: z.array(limitChange),
        refused: z.string().nullable(),
      }),
    ),
    next: z.int().nullable(),
  })
  .meta({ id: "MovePreview" });

/** The next few tickets of a version are moved to another; `after`: where the last batch said to go on. */
export const moveWished = z
  .strictObject({
    to: z.int().min(1),
    reason: z.string().trim().min(1).max(2_000),
    after: z.int().min(0).default(0),
  })
  .meta({ id: "MoveWished" });

/** What a batch came to: those that cannot be moved stay, with the reason in words. */
export const moved = z
  .strictObject({
    moved: z.array(folio),
    stayed: z.array(z.strictObject({ folio, refused: z.string() })),
    next: z.int().nullable(),
  })
  .meta({ id: "Moved" });

export type PolicyVersion = z.infer<typeof policyVersion>;
export type PolicyDifferences = z.infer<typeof policyDifferences>;
export type PolicyPublication = z.infer<typeof policyPublication>;
export type PolicyPublished = z.infer<typeof policyPublished>;
export type SharedDraft = z.infer<typeof sharedDraft>;
export type DraftSave = z.infer<typeof draftSave>;
export type DraftRevision = z.infer<typeof draftRevision>;
export type PackParts = z.infer<typeof packParts>;
export type PackMark = z.infer<typeof packMark>;
export type PackChecked = z.infer<typeof packChecked>;
export type PolicyVersions = z.infer<typeof policyVersions>;
export type LimitChange = z.infer<typeof limitChange>;
export type RebindingPreview = z.infer<typeof rebindingPreview>;
export type MovePreview = z.infer<typeof movePreview>;
export type Moved = z.infer<typeof moved>;
