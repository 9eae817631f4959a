import type { z } from "zod";
import type { Action } from "../../core/access/may.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { Integration } from "../../desk/integrations/tokens.ts";
import type { Plazo } from "../../desk/plazo.ts";

/** A request of a tool: who asks, and at which desk. */
export interface Asking {
  readonly plazo: Plazo;
  readonly integration: Integration;
}

/** A tool as it is listed and run: what it needs, what it takes, what it gives or why not. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** What whoever asks must be allowed by the one table. */
  readonly action: Action;
  readonly writes: boolean;
  readonly input: z.ZodObject;
  readonly run: (asking: Asking, input: unknown) => Promise<object | Refusal>;
}

/** Makes a tool whose work is handed what its own schema read. */
export function tool<Input extends z.ZodObject>(
  made: Omit<Tool, "input" | "run"> & {
    readonly input: Input;
    readonly work: (asking: Asking, input: z.output<Input>) => Promise<object | Refusal>;
  },
): Tool {
  const { work, ...rest } = made;
  return { ...rest, run: (asking, input) => work(asking, input as z.output<Input>) };
}
