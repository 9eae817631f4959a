import type { Language } from "../../core/policy/text.ts";

/** What `plazo mail key` says. */
export interface MailKeyWords {
  readonly made: (domain: string, selector: string) => string;
  readonly there: (domain: string, selector: string) => string;
  readonly publish: string;
  readonly zone: string;
  readonly then: (domain: string) => string;
  readonly removed: (domain: string, selector: string) => string;
  readonly noSuchKey: (domain: string, selector: string) => string;
  readonly notASelector: (text: string) => string;
}

const es: MailKeyWords = {
  made: (domain, selector) =>
    `La llave «${selector}» de ${domain} está hecha, y firma desde ahora.`,
  there: (domain, selector) => `La llave «${selector}» de ${domain} ya existía.`,
  publish: "Publique este registro TXT en el DNS:",
  zone: "O, en un archivo de zona:",
  then: (domain) => `Después, «plazo mail doctor ${domain}» dice si ya se ve.`,
  removed: (domain, selector) =>
    `La llave «${selector}» de ${domain} ya no firma. Deje su registro unos días: lo que ya salió se comprueba con él.`,
  noSuchKey: (domain, selector) => `No hay una llave «${selector}» de ${domain}.`,
  notASelector: (text) => `«${text}» no sirve de selector: letras minúsculas, dígitos y guiones.`,
};

const en: MailKeyWords = {
  made: (domain, selector) => `The key “${selector}” of ${domain} is made, and signs from now on.`,
  there: (domain, selector) => `The key “${selector}” of ${domain} was there already.`,
  publish: "Publish this TXT record in the DNS:",
  zone: "Or, in a zone file:",
  then: (domain) => `Then “plazo mail doctor ${domain}” says whether it is seen.`,
  removed: (domain, selector) =>
    `The key “${selector}” of ${domain} signs no more. Leave its record for some days: what has left is proven by it.`,
  noSuchKey: (domain, selector) => `There is no key “${selector}” of ${domain}.`,
  notASelector: (text) => `“${text}” is no selector: small letters, digits and hyphens.`,
};

/** The words of the keys of mail. */
export function mailKeyWords(language: Language): MailKeyWords {
  return language === "es" ? es : en;
}
