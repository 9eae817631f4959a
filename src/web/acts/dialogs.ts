import type { ComponentType } from "react";
import { whenIdle } from "../app/after-paint.ts";
import { lazily } from "../app/lazily.ts";
import type { Ahead } from "../app/lazily.ts";
import type { Asking } from "./asking.ts";
import type { AskedAct } from "./registry.ts";

/** The dialog of each act that asks for something: a ticket is read without them. */
export const actDialogs: Readonly<Record<AskedAct, ComponentType<Asking> & Ahead>> = {
  admit: lazily(() => import("./with-note.tsx"), "Admit"),
  verify: lazily(() => import("./verify.tsx"), "Verify"),
  classify: lazily(() => import("./classify.tsx"), "Classify"),
  assign: lazily(() => import("./assign.tsx"), "Assign"),
  route: lazily(() => import("./route.tsx"), "Route"),
  "ask-level": lazily(() => import("./words-to-level.tsx"), "AskLevel"),
  wait: lazily(() => import("./with-note.tsx"), "Wait"),
  schedule: lazily(() => import("./schedule.tsx"), "Schedule"),
  "log-call": lazily(() => import("./log-call.tsx"), "LogCall"),
  link: lazily(() => import("./link.tsx"), "Link"),
  merge: lazily(() => import("./merge.tsx"), "Merge"),
  rebind: lazily(() => import("./rebind.tsx"), "Rebind"),
  close: lazily(() => import("./close.tsx"), "Close"),
};

/** Fetches the dialogs when the browser is idle: each then opens at once, though the network went meanwhile. */
export function fetchDialogs(): void {
  whenIdle(() => {
    for (const dialog of Object.values(actDialogs)) dialog.ahead();
  });
}
