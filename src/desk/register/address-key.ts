/** An address as it is looked up and counted: one person's mailbox, however they wrote its case. */
export function addressKey(address: string): string {
  return address.trim().normalize("NFC").toLowerCase().slice(0, 320);
}
