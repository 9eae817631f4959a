import type { FormRule } from "../core/policy/form-rule.ts";
import type { Policy } from "../core/policy/policy.ts";
import { inLanguage } from "../core/policy/text.ts";
import type { Language } from "../core/policy/text.ts";
import { whoMay } from "../core/access/heard.ts";
import { lackingFields } from "../core/ticket/acts/held.ts";
import { sayList } from "./hours.ts";

/** What is missing of a held request, and of which form. */
export interface Missing {
  readonly policy: Policy;
  readonly form: string;
  readonly lacks: readonly string[];
}

const words = {
  es: {
    address:
      "La dirección de correo que escribió no está en nuestro registro de clientes, y solo podemos atender lo que llega desde la dirección registrada. Escríbanos desde ella o pida que la registremos; mientras tanto verificamos quién es usted.",
    role: (roles: string) =>
      `Este trámite solo puede pedirlo ${roles}, desde su dirección registrada. Pida a esa persona que lo solicite, o que la registremos.`,
    roleOther:
      "Quien escribe desde esa dirección no puede pedir este trámite. Verificamos quién es usted.",
    code: "Enviamos un código de 6 dígitos a su dirección registrada. Escríbalo en la página del ticket para que lo atendamos.",
    fields: (groups: string) =>
      `Falta lo siguiente: ${groups}. Complételo en la página del ticket.`,
  },
  en: {
    address:
      "The address that you wrote is not in our register of clients, and we can only attend to what comes from the registered address. Write to us from it, or ask us to register it; meanwhile we verify who you are.",
    role: (roles: string) =>
      `Only ${roles} can ask for this, from their registered address. Ask that person to request it, or ask us to register them.`,
    roleOther:
      "Whoever writes from that address cannot ask for this. We are verifying who you are.",
    code: "We sent a 6-digit code to your registered address. Write it on the ticket's page, so that we attend to it.",
    fields: (groups: string) => `This is missing: ${groups}. Complete it on the ticket's page.`,
  },
} as const;

/** What a held request lacks, a sentence for each thing, in the words of its form and of the manual's roles. */
export function sayMissing({ policy, form: id, lacks }: Missing, language: Language): string[] {
  const w = words[language];
  const form = policy.forms.find((one) => one.id === id);
  const said: string[] = [];
  if (lacks.includes("registered-address")) said.push(w.address);
  if (lacks.includes("role")) said.push(rolesOf(policy, form, language));
  if (lacks.includes("code")) said.push(w.code);
  const fields = lackingFields({ lacks });
  if (fields.length > 0 && form !== undefined)
    said.push(w.fields(sayGroups(form, fields, language)));
  return said;
}

/** The groups that would complete it, each by what it lacks: "A; o bien B, C y D". */
function sayGroups(form: FormRule, lacking: readonly string[], language: Language): string {
  const label = (id: string): string => {
    const field = form.fields.find((one) => one.id === id);
    return field === undefined ? id : `«${inLanguage(field.label, language)}»`;
  };
  const groups = (form.waitsFor?.any ?? [lacking])
    .map((group) => group.filter((id) => lacking.includes(id)))
    .filter((group) => group.length > 0)
    .map((group) => sayList(group.map(label), language));
  return groups.join(language === "es" ? "; o bien " : "; or else ");
}

function rolesOf(policy: Policy, form: FormRule | undefined, language: Language): string {
  const who = form === undefined ? null : whoMay(policy, form);
  const names = (who?.any ?? []).flatMap((role) => {
    const text = policy.roles?.[role];
    return text === undefined ? [] : [lowered(inLanguage(text, language))];
  });
  const w = words[language];
  return names.length === 0 ? w.roleOther : w.role(sayList(names, language, "or"));
}

/** A role in the middle of a sentence. */
function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
