import { buffer } from "node:stream/consumers";
import type { Plazo } from "../../desk/plazo.ts";
import type { ReceivedMail } from "../../store/received-mail.ts";

/** The bytes of a mail as they came. */
export async function bytesOf(plazo: Plazo, mail: Pick<ReceivedMail, "file">): Promise<Buffer> {
  const content = await plazo.effects.files.read(mail.file);
  if (content === undefined)
    throw new Error(`the bytes ${mail.file} of a mail are not in the data folder`);
  return buffer(content);
}
