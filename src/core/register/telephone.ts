/** The country whose numbers are written without their country's code: Mexico (ITU-T E.164). */
const HOME = "52";

/**
 * A telephone as it is kept, with its country's code: "+525555550100". Numbers of ten digits are
 * Mexican; what was dialled before ten digits and the mobile's 1 after 52 are left out, as the
 * numbering plan of August 2019 does. null: it is not 7 to 15 digits with the signs that people
 * write between them.
 */
export function readTelephone(written: string): string | null {
  const [dialled = ""] = written.toLowerCase().split(/ext|x|#/u);
  const text = dialled.trim();
  if (!/^[+]?[0-9 ().\-/]+$/u.test(text)) return null;
  const digits = text.replace(/[^0-9]/gu, "");
  const abroad = text.startsWith("+") || digits.startsWith("00");
  const trunk = abroad ? undefined : /^(?:01|044|045)([0-9]{10})$/u.exec(digits)?.[1];
  // No country's code begins with 0 (ITU-T E.164 §6.2.1): what stands before it is for the exchange.
  const bare = trunk ?? digits.replace(/^0+/u, "");
  if (!abroad && bare.length === 10) return `+${HOME}${bare}`;
  const number = /^521[0-9]{10}$/u.test(bare) ? `${HOME}${bare.slice(3)}` : bare;
  return number.length >= 7 && number.length <= 15 ? `+${number}` : null;
}

/** The last ten digits of a kept telephone, by which a caller is found whatever code their exchange shows. */
export function telephoneEnding(kept: string): string {
  return kept.slice(-10);
}
