import { postForm } from "../channels/email/imap/post-form.ts";
import type { MailNetwork } from "../channels/email/imap/sign-in.ts";
import type { MailInConfig } from "./mail-in-config.ts";

/** How this installation reaches mail servers, and asks for their access tokens. */
export function mailNetwork({ privateHosts }: MailInConfig): MailNetwork {
  return { allowed: privateHosts, post: postForm };
}
