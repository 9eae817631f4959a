/** The country whose numbers are written without their country's code: Mexico (ITU-T E.164). */
const HOME = "52";

/**
 * A telephone as it is kept, with its country's code: "+525555550100". Numbers of ten digits are
 * Mexican; what was dialled before ten digits and the mobile's 1 after 52 are left out, as the
 * numbering plan of August 2019 does. null: it is not 7 to 15 digits with the signs that people
 * write between them.
 */
export function readTelephone(written: string): string | null {
  const [number = ""] = written.toLowerCase().split(/ext|x|#/u);
  const text = number.trim();
  if (!/^[+]?[0-9 ().\-/]+$/u.test(text)) return null;
  const digits = text.replace(/[^0-9]/gu, "");
  if (text.startsWith("+") || digits.startsWith("00")) {
    const abroad = digits.replace(/^00/u, "");
    return between(/^521[0-9]{10}$/u.test(abroad) ? `${HOME}${abroad.slice(3)}` : abroad);
  }
  const dialled = /^(?:01|044|045)([0-9]{10})$/u.exec(digits)?.[1] ?? digits;
  if (dialled.length === 10) return `+${HOME}${dialled}`;
  if (/^521[0-9]{10}$/u.test(dialled)) return `+${HOME}${dialled.slice(3)}`;
  return between(dialled);
}

function between(digits: string): string | null {
  return digits.length >= 7 && digits.length <= 15 ? `+${digits}` : null;
}

/** The last ten digits of a kept telephone, by which a caller is found whatever code their exchange shows. */
export function telephoneEnding(kept: string): string {
  return kept.slice(-10);
}
