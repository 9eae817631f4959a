import type { Json } from "../../../contract/api-description.ts";

/** An example of what is sent to each operation that integrators begin with. */
export const examples: Readonly<Record<string, Json>> = {
  takeDownTicket: {
    form: "soporte",
    channel: "api",
    fields: {
      tipo: "contrasena",
      quien: "EKU9003173C9",
      correo: "compras@example.com",
      descripcion: "No puedo entrar al portal desde ayer.",
    },
    portal: "compras.example.com",
    externalReference: "ERP-4711",
  },
  replyTicket: { text: "Restablecimos su acceso. ¿Puede confirmarlo?" },
  noteTicket: { text: "El ERP confirma que el usuario existe." },
  askTicket: { text: "¿Con qué usuario intenta entrar?", for: "client" },
  logCallTicket: { text: "Se explicó el motivo.", outcome: "spoke" },
  classifyTicket: { severity: "critico", reason: "La facturación está detenida." },
  assignTicket: { to: null },
  solveTicket: { cause: "La contraseña había vencido.", remedy: "Se restableció." },
  closeTicket: { reason: "by-agent", note: "Confirmado por teléfono." },
  setPortalOwner: {
    portal: "compras.example.com",
    organisation: "ESCUELA KEMPER URGATE",
    rfc: "EKU9003173C9",
    plan: null,
    paidUntil: 1_798_761_599_000,
  },
  setContact: {
    address: "compras@example.com",
    name: "Xavier",
    organisation: "ESCUELA KEMPER URGATE",
    role: null,
  },
  publishException: {
    calendar: "oficina",
    date: "2026-12-24",
    open: [["09:00", "13:00"]],
    why: "Víspera de Navidad",
  },
  makeToken: {
    name: "ERP de compras",
    scopes: ["tickets:read", "tickets:write"],
    expires: 1_798_761_599_000,
  },
};
