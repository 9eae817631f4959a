import { problem } from "../../contract/problem.ts";
import { upload } from "../../contract/upload.ts";
import type { Upload } from "../../contract/upload.ts";
import type { Answer } from "./request.ts";

/** Where a file goes, and who is told how far it has come (0 to 1). */
export interface Uploading {
  readonly desk: string;
  readonly session: string;
  readonly file: File;
  readonly onProgress: (part: number) => void;
}

/**
 * Keeps a file until the message that it belongs to is sent, saying how far it has come: `fetch` tells
 * nothing of what it sends, so this is the one request that goes by the older way.
 */
export function keepUpload({
  desk,
  session,
  file,
  onProgress,
}: Uploading): Promise<Answer<Upload>> {
  const { promise, resolve } = Promise.withResolvers<Answer<Upload>>();
  const sending = new XMLHttpRequest();
  const path = `/api/v1/desks/${encodeURIComponent(desk)}/uploads/${session}`;
  sending.open("POST", `${path}?name=${encodeURIComponent(file.name)}`);
  sending.setRequestHeader("accept", "application/json");
  sending.setRequestHeader("accept-language", document.documentElement.lang);
  sending.setRequestHeader("content-type", "application/octet-stream");
  sending.responseType = "json";
  sending.upload.addEventListener("progress", ({ loaded, total }) => {
    if (total > 0) onProgress(loaded / total);
  });
  sending.addEventListener("load", () => resolve(answerOf(sending)));
  sending.addEventListener("error", () => resolve(refused(0, "offline")));
  sending.send(file);
  return promise;
}

function answerOf({ status, response }: XMLHttpRequest): Answer<Upload> {
  const kept = upload.safeParse(response);
  if (status === 200 && kept.success) return { ok: true, value: kept.data, etag: null };
  const read = problem.safeParse(response);
  return read.success ? { ok: false, problem: read.data } : refused(status, "unreadable");
}

function refused(status: number, code: "offline" | "unreadable"): Answer<Upload> {
  return { ok: false, problem: { type: "about:blank", title: code, status, code } };
}
