import { parseXml } from "../../core/cfdi/parse-xml.ts";
import { readText } from "../../core/cfdi/xml-parts.ts";
import { isRefusal, refuse } from "../../core/refusal.ts";
import type { Refusal } from "../../core/refusal.ts";
import { settle } from "../../store/settle.ts";
import { post } from "../outgoing.ts";
import type { PrivateHosts } from "../private-network.ts";

/** What identifies an invoice at the SAT: what its printed code says. */
export interface SatQuestion {
  readonly issuer: string;
  readonly receiver: string;
  /** As the invoice writes it. */
  readonly total: string;
  readonly uuid: string;
  /** The last eight characters of the issuer's seal. */
  readonly sealEnd: string;
}

/** What the SAT answers, in its own words; null: it did not say. */
export interface SatAnswer {
  readonly code: string | null;
  readonly state: string | null;
  readonly cancellable: string | null;
  readonly cancellation: string | null;
  readonly efos: string | null;
}

/** Milliseconds that the SAT is waited for, and bytes of its answer. */
const patience = 15_000;
const mostBytes = 64 * 1024;

/**
 * Asks the SAT for the status of an invoice (ConsultaCFDIService, operation Consulta, SOAP 1.1). The
 * expression is that of the printed code (Anexo 20, I.D): issuer, receiver, total, UUID and the end of
 * the seal. Refuses `sat-unreachable` where nothing answers in time and `sat-unclear` where the answer
 * cannot be read: neither says anything of the invoice.
 */
export async function askSatStatus(
  url: string,
  question: SatQuestion,
  allowed: PrivateHosts = [],
): Promise<SatAnswer | Refusal<"sat-unreachable" | "sat-unclear">> {
  const asked = await settle(
    post({
      url,
      headers: {
        "Content-Type": "text/xml;charset=utf-8",
        Accept: "text/xml",
        SOAPAction: '"http://tempuri.org/IConsultaCFDIService/Consulta"',
      },
      body: envelopeOf(question),
      patience,
      bytes: mostBytes,
      allowed,
    }),
  );
  if ("fault" in asked)
    return refuse("sat-unreachable", { facts: { why: asked.fault.code ?? "" } });
  const { status, text } = asked.value;
  if (status !== 200) return refuse("sat-unreachable", { facts: { why: `HTTP ${status}` } });
  if (isRefusal(parseXml(text))) return refuse("sat-unclear");
  const answer = {
    code: textIn(text, "CodigoEstatus"),
    state: textIn(text, "Estado"),
    cancellable: textIn(text, "EsCancelable"),
    cancellation: textIn(text, "EstatusCancelacion"),
    efos: textIn(text, "ValidacionEFOS"),
  };
  return answer.code === null && answer.state === null ? refuse("sat-unclear") : answer;
}

/** The request, as the service takes it: the expression stands in CDATA, with the `&` of an RFC written out. */
function envelopeOf({ issuer, receiver, total, uuid, sealEnd }: SatQuestion): string {
  const rfc = (text: string): string => text.replaceAll("&", "&amp;");
  const clean = (text: string): string => text.replaceAll("]]>", "");
  const expression = `?re=${rfc(issuer)}&rr=${rfc(receiver)}&tt=${total}&id=${uuid}&fe=${sealEnd}`;
  return `<?xml version="1.0" encoding="utf-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:tem="http://tempuri.org/"><soapenv:Header/><soapenv:Body><tem:Consulta><tem:expresionImpresa><![CDATA[${clean(expression)}]]></tem:expresionImpresa></tem:Consulta></soapenv:Body></soapenv:Envelope>`;
}

/** The text of the first element of that name, whatever its prefix; null: none, or empty. */
function textIn(xml: string, name: string): string | null {
  const [, said = ""] =
    new RegExp(`<(?:[\\w.-]+:)?${name}(?:\\s[^>]*)?>([^<]*)<`, "u").exec(xml) ?? [];
  const text = readText(said);
  return typeof text === "string" && text.trim() !== "" ? text.trim().slice(0, 300) : null;
}
