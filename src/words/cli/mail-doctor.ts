import type { Language } from "../../core/policy/text.ts";

type Facts = Readonly<Record<string, string>>;
type Say = (facts: Facts) => string;

/** What the doctor of mail looks at. */
export type MailCheckName = "sender" | "dkim" | "spf" | "dmarc" | "mx" | "reverse" | "verdict";

/** What `plazo mail doctor` says: each finding with how to mend it. */
export interface MailDoctorWords {
  readonly names: Readonly<Record<MailCheckName, string>>;
  readonly findings: Readonly<Record<string, Say>>;
  readonly examined: (domain: string) => string;
  readonly noDomain: string;
  readonly notADomain: (text: string) => string;
  readonly notAnAddress: (text: string) => string;
}

const of = (facts: Facts, name: string): string => facts[name] ?? "";

const es: MailDoctorWords = {
  names: {
    sender: "Remitente",
    dkim: "DKIM",
    spf: "SPF",
    dmarc: "DMARC",
    mx: "MX",
    reverse: "Nombre inverso",
    verdict: "Resultado",
  },
  findings: {
    "sender-own": (f) => `la mesa envía como ${of(f, "address")}.`,
    "sender-fallback": (f) =>
      `el manual da ${of(f, "published")}, pero esta instalación no puede enviar por ese dominio y envía como ${of(f, "address")}. Si el dominio es suyo, agréguelo a PLAZO_MAIL_DOMAINS y publique su DKIM y su SPF.`,
    "dns-away": (f) =>
      `el DNS no contestó sobre ${of(f, "name")}. Intente de nuevo; si sigue igual, revise la red y los servidores de nombres del dominio.`,
    "dkim-fine": (f) => `la llave «${of(f, "selector")}» está publicada en ${of(f, "name")}.`,
    "dkim-no-key": (f) =>
      `el correo de ${of(f, "domain")} sale sin firma. «plazo mail key ${of(f, "domain")}» crea la llave y dice qué publicar.`,
    "dkim-secret": (f) =>
      `la llave «${of(f, "selector")}» de ${of(f, "domain")} no abre con el secreto de esta instalación, y no firma. Devuelva PLAZO_SECRET a su valor, o quítela («plazo mail key ${of(f, "domain")} --selector ${of(f, "selector")} --remove») y cree otra.`,
    "dkim-no-record": (f) =>
      `falta el registro TXT ${of(f, "name")}. Publíquelo con este texto: ${of(f, "record")}`,
    "dkim-other-record": (f) =>
      `${of(f, "name")} tiene otra llave. Sustituya su texto por: ${of(f, "record")}`,
    "spf-pass": (f) => `${of(f, "ip")} puede enviar por ${of(f, "domain")}.`,
    "spf-no-server": (f) =>
      `hay registro (${of(f, "record")}), pero no se sabe por qué dirección sale el correo. Dígala con --ip DIRECCIÓN.`,
    "spf-none": (f) =>
      `${of(f, "domain")} no tiene registro SPF. Publique un TXT como: v=spf1 mx -all, con los servidores que envían.`,
    "spf-several": (f) =>
      `${of(f, "domain")} tiene ${of(f, "count")} registros SPF y ninguno vale (RFC 7208 §4.5). Júntelos en uno.`,
    "spf-fail": (f) =>
      `el registro no admite a ${of(f, "ip")}: ${of(f, "record")}. Agregue ip4:${of(f, "ip")} (o ip6:) antes de «all», o el include de quien le envía.`,
    "spf-unclear": (f) =>
      `el registro no dice nada de ${of(f, "ip")} (${of(f, "result")}): ${of(f, "record")}. Agréguelo, y termine con -all o ~all.`,
    "spf-broken": (f) =>
      `el registro no se puede evaluar: ${of(f, "record")}. Suele ser un include que no existe o más de diez consultas (RFC 7208 §4.6.4).`,
    "spf-everybody": (f) =>
      `el registro admite a cualquiera: ${of(f, "record")}. Cambie «+all» por -all o ~all.`,
    "dmarc-fine": (f) =>
      `${of(f, "name")} pide ${of(f, "policy")} para lo que no se compruebe${of(f, "strict") === "" ? "" : ` (estricto en ${of(f, "strict")})`}.`,
    "dmarc-none": (f) =>
      `${of(f, "domain")} no tiene registro DMARC; varios servidores ya lo exigen. Empiece con un TXT en _dmarc.${of(f, "domain")}: v=DMARC1; p=none`,
    "dmarc-several": (f) => `hay varios registros en ${of(f, "name")} y ninguno vale. Deje uno.`,
    "dmarc-broken": (f) =>
      `el registro no tiene una política que se entienda (p=none, quarantine o reject): ${of(f, "record")}`,
    "dmarc-watching": (f) =>
      `${of(f, "name")} solo observa (p=none): cualquiera puede escribir como ${of(f, "domain")}. Cuando el resultado sea bueno, pase a quarantine y a reject.`,
    "mx-fine": (f) => `reciben ${of(f, "servers")}.`,
    "mx-none": (f) =>
      `${of(f, "domain")} no tiene MX: las respuestas y los avisos de devolución no llegan. Publique uno.`,
    "mx-null": (f) =>
      `${of(f, "domain")} dice que no recibe correo (RFC 7505): sus remitentes se rechazan en muchos servidores. Publique un MX verdadero.`,
    "reverse-fine": (f) => `${of(f, "ip")} se llama ${of(f, "names")}, y ese nombre lleva a ella.`,
    "reverse-none": (f) =>
      `${of(f, "ip")} no tiene nombre inverso; muchos servidores rechazan su correo. Pídalo a su proveedor.`,
    "reverse-other": (f) =>
      `${of(f, "ip")} se llama ${of(f, "names")}, pero ese nombre no lleva a ella. Haga que coincidan.`,
    "verdict-passes": (f) => `el correo de ${of(f, "domain")} se comprueba por ${of(f, "by")}.`,
    "verdict-fails": (f) =>
      `el correo de ${of(f, "domain")} no se comprueba por DKIM ni por SPF${["quarantine", "reject"].includes(of(f, "policy")) ? `, y su DMARC pide ${of(f, "policy")}: no llegará` : ""}. Remedie lo de arriba, DKIM primero.`,
    "verdict-unknown": (f) =>
      `con lo que contestó el DNS no se puede decir si el correo de ${of(f, "domain")} se comprueba.`,
  },
  examined: (domain) => `Correo de ${domain}`,
  noDomain: "Diga de qué dominio: plazo mail doctor DOMINIO, o --desk MESA.",
  notADomain: (text) =>
    `«${text}» no es un dominio. Los que llevan acentos o eñe se escriben como xn--….`,
  notAnAddress: (text) => `«${text}» no es una dirección IP.`,
};

const en: MailDoctorWords = {
  names: {
    sender: "Sender",
    dkim: "DKIM",
    spf: "SPF",
    dmarc: "DMARC",
    mx: "MX",
    reverse: "Reverse name",
    verdict: "Result",
  },
  findings: {
    "sender-own": (f) => `the desk sends as ${of(f, "address")}.`,
    "sender-fallback": (f) =>
      `the manual tells ${of(f, "published")}, but this installation may not send for that domain and sends as ${of(f, "address")}. If the domain is yours, add it to PLAZO_MAIL_DOMAINS and publish its DKIM and its SPF.`,
    "dns-away": (f) =>
      `the DNS did not answer about ${of(f, "name")}. Try again; if it stays so, look at the network and the domain's name servers.`,
    "dkim-fine": (f) => `the key “${of(f, "selector")}” is published at ${of(f, "name")}.`,
    "dkim-no-key": (f) =>
      `mail of ${of(f, "domain")} leaves unsigned. “plazo mail key ${of(f, "domain")}” makes the key and says what to publish.`,
    "dkim-secret": (f) =>
      `the key “${of(f, "selector")}” of ${of(f, "domain")} does not open with this installation's secret, and signs nothing. Put PLAZO_SECRET back, or take the key away (“plazo mail key ${of(f, "domain")} --selector ${of(f, "selector")} --remove”) and make another.`,
    "dkim-no-record": (f) =>
      `the TXT record ${of(f, "name")} is missing. Publish it with this text: ${of(f, "record")}`,
    "dkim-other-record": (f) =>
      `${of(f, "name")} has another key. Put this text in its place: ${of(f, "record")}`,
    "spf-pass": (f) => `${of(f, "ip")} may send for ${of(f, "domain")}.`,
    "spf-no-server": (f) =>
      `there is a record (${of(f, "record")}), but it is not known from which address mail leaves. Say it with --ip ADDRESS.`,
    "spf-none": (f) =>
      `${of(f, "domain")} has no SPF record. Publish a TXT such as: v=spf1 mx -all, with the servers that send.`,
    "spf-several": (f) =>
      `${of(f, "domain")} has ${of(f, "count")} SPF records and none of them holds (RFC 7208 §4.5). Make them one.`,
    "spf-fail": (f) =>
      `the record does not let ${of(f, "ip")} send: ${of(f, "record")}. Add ip4:${of(f, "ip")} (or ip6:) before “all”, or the include of whoever sends for you.`,
    "spf-unclear": (f) =>
      `the record says nothing of ${of(f, "ip")} (${of(f, "result")}): ${of(f, "record")}. Add it, and end with -all or ~all.`,
    "spf-broken": (f) =>
      `the record cannot be evaluated: ${of(f, "record")}. Mostly an include that does not exist, or more than ten questions (RFC 7208 §4.6.4).`,
    "spf-everybody": (f) =>
      `the record lets anybody send: ${of(f, "record")}. Put -all or ~all in place of “+all”.`,
    "dmarc-fine": (f) =>
      `${of(f, "name")} asks for ${of(f, "policy")} of what is not proven${of(f, "strict") === "" ? "" : ` (strict in ${of(f, "strict")})`}.`,
    "dmarc-none": (f) =>
      `${of(f, "domain")} has no DMARC record; several receivers demand one by now. Begin with a TXT at _dmarc.${of(f, "domain")}: v=DMARC1; p=none`,
    "dmarc-several": (f) =>
      `there are several records at ${of(f, "name")} and none of them holds. Leave one.`,
    "dmarc-broken": (f) =>
      `the record has no policy that can be understood (p=none, quarantine or reject): ${of(f, "record")}`,
    "dmarc-watching": (f) =>
      `${of(f, "name")} only watches (p=none): anybody can write as ${of(f, "domain")}. Once the result is good, go on to quarantine and reject.`,
    "mx-fine": (f) => `${of(f, "servers")} receive.`,
    "mx-none": (f) =>
      `${of(f, "domain")} has no MX: answers and reports of bounces do not arrive. Publish one.`,
    "mx-null": (f) =>
      `${of(f, "domain")} says that it takes no mail (RFC 7505): many servers refuse senders of it. Publish a true MX.`,
    "reverse-fine": (f) => `${of(f, "ip")} is called ${of(f, "names")}, and that name leads to it.`,
    "reverse-none": (f) =>
      `${of(f, "ip")} has no reverse name; many servers refuse its mail. Ask your provider for one.`,
    "reverse-other": (f) =>
      `${of(f, "ip")} is called ${of(f, "names")}, but that name does not lead to it. Make them agree.`,
    "verdict-passes": (f) => `mail of ${of(f, "domain")} is proven by ${of(f, "by")}.`,
    "verdict-fails": (f) =>
      `mail of ${of(f, "domain")} is proven neither by DKIM nor by SPF${["quarantine", "reject"].includes(of(f, "policy")) ? `, and its DMARC asks for ${of(f, "policy")}: it will not arrive` : ""}. Mend the above, DKIM first.`,
    "verdict-unknown": (f) =>
      `by what the DNS answered it cannot be said whether mail of ${of(f, "domain")} is proven.`,
  },
  examined: (domain) => `Mail of ${domain}`,
  noDomain: "Say which domain: plazo mail doctor DOMAIN, or --desk DESK.",
  notADomain: (text) =>
    `“${text}” is not a domain. Those with letters beyond a to z are written as xn--….`,
  notAnAddress: (text) => `“${text}” is not an IP address.`,
};

/** The words of the doctor of mail. */
export function mailDoctorWords(language: Language): MailDoctorWords {
  return language === "es" ? es : en;
}
