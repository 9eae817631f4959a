import type { Problem } from "../../contract/problem.ts";

/** What the server said, though not in a way that can be read. */
export function unreadable(status: number): Problem {
  return { type: "about:blank", title: "unreadable", status, code: "unreadable" };
}

/** What came of an answer: all of it, or `cut` where the connection was lost within it. */
export type Came = { readonly text: string } | "cut";

/**
 * An answer's text. One that is cut off says nothing of what was done: it is as if none had come.
 * Throws where its reader called it off.
 */
export async function cameOf(response: Response, signal?: AbortSignal): Promise<Came> {
  const [read] = await Promise.allSettled([response.text()]);
  if (read.status === "fulfilled") return { text: read.value };
  signal?.throwIfAborted();
  return "cut";
}
