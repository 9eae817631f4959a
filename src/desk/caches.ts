import type { PublishedException } from "../core/policy/bind.ts";
import type { PolicyVersion } from "../core/policy/policy.ts";
import type { DeskHostRow } from "../store/desk-hosts.ts";
import type { Article } from "./articles/article.ts";
import type { Binding } from "../core/ticket/scene.ts";

/** A version of a policy with its calendars compiled. */
export interface BoundPolicy extends Binding {
  /** The number of the newest calendar exception that the calendars know; 0: none. */
  readonly exceptions: number;
}

/** What is kept in memory. Versions and exceptions never change, so an entry is right for as long as its key is. */
export interface Caches {
  /** By desk and number. */
  readonly versions: Map<string, PolicyVersion>;
  /** The exceptions published up to a number, by desk and number: one list each, for calendars are compiled by its identity. */
  readonly exceptions: Map<string, readonly PublishedException[]>;
  /** The number that was in force when last looked at, by desk: a hint, checked where it matters: a version that takes effect, here or by another process, tells nobody. */
  readonly newest: Map<string, number>;
  /** The hosts of all desks as they were last read: a new one is known within some seconds. */
  readonly hosts: { all: readonly DeskHostRow[] };
  /** The articles of each desk as they were last read, under what tells one state of them from another. */
  readonly articles: Map<string, { readonly stamp: string; readonly all: readonly Article[] }>;
}

/** Empty caches. */
export function emptyCaches(): Caches {
  return {
    versions: new Map(),
    exceptions: new Map(),
    newest: new Map(),
    hosts: { all: [] },
    articles: new Map(),
  };
}
