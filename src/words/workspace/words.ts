import type { Language } from "../../core/policy/text.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";

/** Every word of the workspace: a key missing in a language does not compile. */
export type WorkspaceWords = typeof es;

/** The workspace's words in each language. */
export const workspaceWords: Readonly<Record<Language, WorkspaceWords>> = { es, en };
