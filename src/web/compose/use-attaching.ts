import { useState } from "react";
import type { Problem } from "../../contract/problem.ts";
import { keepUpload } from "../api/upload.ts";
import { useDesk } from "../app/desk.tsx";
import type { Draft } from "./draft.ts";

/** What the server takes of one file, in bytes: said before it is sent there in vain. */
const LIMIT = 10 * 1_048_576;

/** A file on its way. */
interface UnderWay {
  readonly key: string;
  readonly name: string;
  readonly part: number;
}

/** Files that are being attached, and those that were not. */
export interface Attaching {
  readonly attach: (files: readonly File[]) => void;
  readonly under: readonly UnderWay[];
  readonly tooLarge: readonly string[];
  readonly refused: readonly { readonly name: string; readonly problem: Problem }[];
  readonly limit: number;
}

/** Attaches files to a draft, chosen, pasted or dropped; each is kept, or refused by its name. */
export function useAttaching(
  draft: Draft,
  change: (changes: (now: Draft) => Partial<Draft>) => void,
): Attaching {
  const { desk } = useDesk();
  const [under, setUnder] = useState<readonly UnderWay[]>([]);
  const [tooLarge, setTooLarge] = useState<readonly string[]>([]);
  const [refused, setRefused] = useState<Attaching["refused"]>([]);
  const { session } = draft;
  const one = async (file: File): Promise<void> => {
    const key = crypto.randomUUID();
    setUnder((list) => [...list, { key, name: file.name, part: 0 }]);
    const onProgress = (part: number): void =>
      setUnder((list) => list.map((item) => (item.key === key ? { ...item, part } : item)));
    const answer = await keepUpload({ desk: desk.id, session, file, onProgress });
    setUnder((list) => list.filter((item) => item.key !== key));
    if (!answer.ok) setRefused((list) => [...list, { name: file.name, problem: answer.problem }]);
    // One that comes when its message was sent already belongs to nothing.
    else change((now) => (now.session === session ? { files: [...now.files, answer.value] } : {}));
  };
  const all = async (files: readonly File[]): Promise<void> => {
    // One after the other: the server counts what a message holds in all.
    for (const file of files) await one(file);
  };
  return {
    ...{ under, tooLarge, refused, limit: LIMIT },
    attach: (files) => {
      setRefused([]);
      setTooLarge(files.filter(({ size }) => size > LIMIT).map(({ name }) => name));
      void all(files.filter(({ size }) => size <= LIMIT).map(named));
    },
  };
}

/** What is pasted has the same name each time: it is given the time of day. */
function named(file: File): File {
  if (file.name !== "image.png") return file;
  const time = new Date().toISOString().slice(11, 19).replaceAll(":", "");
  return new File([file], `imagen-${time}.png`, { type: file.type });
}
