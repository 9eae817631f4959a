import { bare } from "../text/bare.ts";
/** Words that say nothing of what a text is about, in both languages. */
const empty = new Set(
  "ante aquel aqui aquí como cómo con cual cuando de del desde donde el ella ellos en entre era eran es esa ese eso esta está este esto estos fue fueron ha hace hacer han hasta hay la las le les lo los mas más me mi mis muy nada no nos otra otro para pero por porque puede puedo que qué quien se sea ser si sí sin sobre son soy su sus tambien también tengo tiene todo todos tu un una uno unos usted ya yo about after all also and any are but can cannot could does for from had has have how into its not our out she that the their them then there these they this was were what when where which who why will with you your ayuda help favor please gracias hola buenas buenos dias tardes necesito quiero"
    .split(" ")
    .map(bare),
);

/** Endings of Spanish and English words, the longest first: what is left is alike for "factura", "facturas" and "facturación". */
const endings = [
  ...["aciones", "amientos", "imientos", "amiento", "imiento", "amente", "acion", "adores"],
  ...["adoras", "iciones", "icion", "ciones", "siones", "ados", "adas", "ador", "adora", "ando"],
  ...["iendo", "cion", "sion", "entes", "ente", "mente", "idos", "idas", "aron", "ieron", "ing"],
  ...["ado", "ada", "ido", "ida", "aba", "ara", "ers", "ar", "er", "ir", "an", "en", "as", "os"],
  ...["es", "ed", "a", "e", "i", "o", "s"],
].toSorted((a, b) => b.length - a.length);

/** What is left of a word must be long enough to say something. */
const LEAST = 4;

/** A word as it is compared: small, without accents, without its ending. Codes and figures stay whole. */
export function stemOf(word: string): string {
  const plain = bare(word);
  if (/[0-9]/u.test(plain)) return plain;
  const ending = endings.find((end) => plain.endsWith(end) && plain.length - end.length >= LEAST);
  return ending === undefined ? plain : plain.slice(0, -ending.length);
}

/** The stems of the words of a text that say what it is about; each once. */
export function stemsOf(text: string): ReadonlySet<string> {
  const words = bare(text).split(/[^a-z0-9ñ]+/u);
  return new Set(
    words
      .filter((word) => (word.length >= 3 || /[0-9]{2}/u.test(word)) && !empty.has(word))
      .map(stemOf),
  );
}
