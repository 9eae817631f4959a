import { largestFile } from "./read-csv.ts";

/** The bytes of what is sent, at most as many as a file of the register may have; null: there are more. */
export async function readWithin(
  sent: AsyncIterable<Uint8Array> | ReadableStream<Uint8Array> | null,
): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  if (sent === null) return new Uint8Array(0);
  for await (const piece of sent as AsyncIterable<Uint8Array>) {
    size += piece.byteLength;
    if (size > largestFile) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
