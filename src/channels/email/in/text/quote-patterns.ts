// Each pattern is anchored and looks at one line of bounded length: the time stays linear.

/** A line that says that what follows was forwarded: it is what the message is about. */
export const forwardMark =
  /^[-\s*>]*(forwarded message|mensaje reenviado|begin forwarded message|inicio del mensaje reenviado|comienzo del mensaje reenviado|mensaje original reenviado)[-\s:*]*$/iu;

/** A subject that says so. */
export const forwardSubject = /^\s*(fwd?|rv|reenv(iado)?|enc|tr|wg)\s*:/iu;

/** A line between an answer and what it answers (Outlook, Lotus, Zimbra, and our own). */
export const originalMark =
  /^[-_\s]*(original message|mensaje original|mensaje anterior|original appointment|cita original|message d'origine|responda arriba de esta l[ií]nea|reply above this line)[-_\s]*$/iu;

/** The end of "On …, … wrote:" (Gmail, Apple Mail, Thunderbird, Yahoo), in Spanish and English. */
export const attributionEnd = /(escribi[oó]|ha escrito|wrote|a écrit)\s*:\s*$/iu;

/** How such a line begins. */
export const attributionStart = /^\s*(el|on|en|a las|le|\d{1,4}[-/.])\s?/iu;

/** Gmail's older form: "2015-03-03 10:15 GMT-06:00 Ana <ana@example.com>:". */
export const datedAttribution = /^\s*\d{4}-\d\d-\d\d \d{1,2}:\d\d[^<]{0,100}<[^<>\s]{1,254}>:\s*$/u;

/** Outlook's block: who wrote it, … */
export const blockFrom = /^[\s*]*(from|de|desde|remitente)\s*:[\s*]*\S/iu;

/** … and the lines that stand with it. */
export const blockOther =
  /^[\s*]*(sent|date|to|cc|subject|enviad[oa]( el)?|fecha|para|asunto|importancia|importance)\s*:/iu;

/** The mark above a signature (RFC 3676 §4.3), its space often lost. */
export const signatureMark = /^-- ?$/u;

/** What telephones write beneath. */
export const deviceLine =
  /^[\s*_]*(enviado desde|enviado con|enviado mediante|sent from|sent via|sent with|obtener outlook|obtenga outlook|descargar outlook|get outlook|outlook para|outlook for)\b.{0,100}$/iu;

/** What may stand beneath a quotation without being an answer: a list's or a virus scanner's words. */
export const footerMark = /^(-- ?|_{5,}|-{5,}|={5,})\s*$/u;
