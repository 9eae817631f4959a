/** What the receiver says where it does not say 250 (RFC 5321 §4.2.3, RFC 3463). A 4yz is tried again by the peer. */
const replies = {
  "too-many-lines": [421, "4.7.0 Too many connections from your address, try again later"],
  "too-fast": [450, "4.7.1 Too many messages from your address, try again later"],
  "too-many-recipients": [452, "4.5.3 Too many recipients, send the rest in another message"],
  "not-ours": [550, "5.1.1 No such mailbox here"],
  "no-recipient": [554, "5.5.1 No valid recipients"],
  "too-large": [552, "5.3.4 The message is larger than announced"],
  "too-much": [452, "4.3.1 Not enough room now, try again later"],
  "not-taken": [451, "4.3.0 The message could not be stored, try again later"],
  "not-known": [451, "4.3.0 It cannot be told now, try again later"],
} as const satisfies Readonly<Record<string, readonly [code: number, text: string]>>;

export type SmtpReply = keyof typeof replies;

/** A reply as the SMTP library takes it. */
export function reply(name: SmtpReply): Error & { readonly responseCode: number } {
  const [responseCode, text] = replies[name];
  return Object.assign(new Error(text), { responseCode });
}
