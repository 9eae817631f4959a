import type { Field } from "../../src/core/policy/form-rule.ts";

/** What a client who does as the form says writes into a field; null: nothing. */
export function filledField({ kind, options }: Field, address: string): string | null {
  switch (kind) {
    case "choice":
    case "tax-regime":
      return options[0]?.value ?? "601";
    case "yes-no":
      return "yes";
    case "date":
      return "2026-11-20";
    case "number":
      return "3";
    case "identity":
    case "rfc":
      return "EKU9003173C9";
    case "legal-name":
      return "ESCUELA KEMPER URGATE";
    case "postal-code":
      return "42501";
    case "tax-address":
      return "Calle Uno 1, Centro, Pachuca, Hidalgo";
    case "person-name":
      return "Ana Ejemplo";
    case "user-name":
      return "ana.ejemplo";
    case "consent":
      return "yes";
    case "contact-email":
      return address;
    case "telephone":
      return "55 5555 0123";
    case "portal":
      return "compras.example.com";
    case "subject":
      return "EKU9003173C9 compras.example.com no deja subir la factura";
    case "text":
    case "line":
      return "Desde ayer no puedo entrar al portal: dice que mi usuario no existe.";
    case "files":
      return null;
    default:
      return kind satisfies never;
  }
}
