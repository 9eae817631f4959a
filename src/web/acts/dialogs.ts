import { lazy } from "react";
import type { ComponentType } from "react";
import type { Asking } from "./asking.ts";
import type { AskedAct } from "./registry.ts";

// Fetched when first asked for: a ticket is read without them.
const one = (load: () => Promise<ComponentType<Asking>>) =>
  lazy(async () => ({ default: await load() }));

/** The dialog of each act that asks for something. */
export const actDialogs: Readonly<Record<AskedAct, ComponentType<Asking>>> = {
  admit: one(async () => (await import("./with-note.tsx")).Admit),
  verify: one(async () => (await import("./verify.tsx")).Verify),
  classify: one(async () => (await import("./classify.tsx")).Classify),
  assign: one(async () => (await import("./assign.tsx")).Assign),
  route: one(async () => (await import("./route.tsx")).Route),
  "ask-level": one(async () => (await import("./words-to-level.tsx")).AskLevel),
  wait: one(async () => (await import("./with-note.tsx")).Wait),
  schedule: one(async () => (await import("./schedule.tsx")).Schedule),
  "log-call": one(async () => (await import("./log-call.tsx")).LogCall),
  link: one(async () => (await import("./link.tsx")).Link),
  merge: one(async () => (await import("./merge.tsx")).Merge),
  rebind: one(async () => (await import("./rebind.tsx")).Rebind),
  close: one(async () => (await import("./close.tsx")).Close),
};
