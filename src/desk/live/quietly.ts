import { settle } from "../../store/settle.ts";

/** For what is done again soon by itself, such as a beat: its value, or null where it failed. */
export async function quietly<T>(work: Promise<T>): Promise<T | null> {
  const done = await settle(work);
  return "value" in done ? done.value : null;
}
