import type { Wording } from "./wording.ts";

const it = (value: unknown): string => (typeof value === "string" ? `«${value}»` : "este dato");

const names = (list: unknown, language: string): string =>
  Array.isArray(list) && list.length > 0
    ? ` (${new Intl.ListFormat(language, { type: "disjunction" }).format(list.map(String))})`
    : "";

/** Refusals in Mexican Spanish, with usted. */
export const es: Wording = {
  "already-accepted": () => "El cargo ya fue aceptado.",
  "already-filed": ({ folio }) => `El ticket ${folio} ya está registrado.`,
  "already-solved": ({ folio }) =>
    `El ticket ${folio} ya tiene una solución que el cliente debe confirmar. Si no quedó resuelto, registre primero que no quedó.`,
  "cannot-solve-at-level": ({ level, tells }) =>
    `El nivel «${level}» no avisa al cliente: devuelva el ticket a «${tells}» con la causa y la solución.`,
  "case-open": ({ folios }) =>
    `Este caso ya tiene un ticket abierto (${folios}): agregue la información ahí.`,
  "case-probably-open": ({ folios }) =>
    `Parece el mismo caso de un ticket que sigue abierto (${folios}). Agregue la información ahí o confirme que es otro problema.`,
  "cause-missing": () => "Escriba la causa.",
  "channel-closed": ({ channel, needs }) =>
    needs === "ticket"
      ? `Para atenderle por «${channel}» hace falta un ticket: regístrelo primero y dé su folio.`
      : `El canal «${channel}» no está abierto en este momento para este ticket.`,
  "channel-not-contracted": ({ channel }) =>
    `El soporte contratado no incluye el canal «${channel}».`,
  "channel-unknown": ({ channel }) => `La mesa no atiende por «${channel}».`,
  "claimed-already": () =>
    "La urgencia por este motivo ya se había solicitado. La mesa ya la atendió o la está revisando.",
  "evidence-missing": () => "Escriba qué muestra que este paso está hecho.",
  "level-asked-nothing": () => "Ningún nivel pidió detalles de este ticket.",
  "level-not-asked": ({ to, from, asks }) =>
    typeof to === "string"
      ? `El nivel «${from}» no pide detalles a «${to}»${names(asks, "es")}.`
      : `El nivel «${from}» no pide detalles a otro.`,
  "level-was-asked": () => "Ya se pidieron detalles y falta la respuesta: contéstela primero.",
  "no-account-pending": () => "No hay una cuenta por aceptar en este ticket.",
  "no-step": () => "Este procedimiento no está en curso, o ya terminó.",
  "step-first": ({ step }) => `Primero falta este paso: ${step}.`,
  "step-is-an-act": ({ step }) =>
    `El paso «${step}» se hace con su propia acción: devolver al nivel, o dar la solución al cliente.`,
  "step-of-another": ({ step, who }) =>
    `El paso «${step}» le corresponde a otro nivel${names(who, "es")}.`,
  "told-in-turn": () =>
    "A este cliente se le llama primero: registre la causa y la solución sin mensaje, y después la llamada. Si no se le encuentra, el correo sale solo.",
  "folio-missing": () => "Falta el folio del ticket.",
  "form-unknown": ({ form }) => `No existe el formulario «${form}».`,
  "beyond-quote": ({ left }) =>
    `El cliente autorizó menos tiempo: quedan ${left} minutos. Cotice de nuevo antes de registrar más.`,
  "charge-not-accepted": () =>
    "El cliente todavía no acepta este cargo: el tiempo se cobra solo después de que lo acepta.",
  "charge-not-due": () =>
    "Ese tiempo no se cobra: está dentro de lo que la mesa atiende sin cargo.",
  "charge-unknown": () => "Elija cuál de los cargos del manual se aplica.",
  "minutes-invalid": () => "Escriba el tiempo en minutos completos, al menos uno.",
  "work-missing": () => "Escriba qué se hizo en ese tiempo.",
  "announced-late": () =>
    "Los procesos especiales se anuncian antes de que empiecen: elija una fecha de inicio posterior.",
  "announcer-may-not": () => "Este proceso lo anuncia la mesa. Escríbale para que lo haga.",
  "process-ends-wrong": () =>
    "El proceso debe terminar después de empezar, y durar un año como máximo.",
  "process-type-unknown": () => "Elija de la lista qué proceso es.",
  "process-unknown": () => "La mesa no tiene ese proceso especial.",
  "cites-missing": () =>
    "Escriba el número del caso anterior, el que se cerró sin quedar resuelto.",
  "ground-closed": () =>
    "Este motivo de urgencia solo vale durante un proceso especial anunciado, y ahora no hay ninguno.",
  "ground-unknown": () => "El motivo de urgencia no está en la lista de la mesa.",
  "happened-too-long-ago": ({ dates }) =>
    `Una llamada puede registrarse hasta ${dates} días hábiles después. Esta es anterior.`,
  "late-not-allowed": () =>
    "Solo una llamada puede registrarse con una hora anterior. Esta acción vale desde ahora.",
  "level-may-not-tell": ({ level, tells }) =>
    `El nivel «${level}» no se comunica con el cliente: avise a «${tells}».`,
  "level-not-next": ({ to, from }) => `De «${from}» no se pasa directamente a «${to}».`,
  "level-unknown": ({ level }) => `No existe el nivel «${level}».`,
  "link-to-itself": () => "Un ticket no puede relacionarse consigo mismo.",
  "message-missing": () => "Escriba el mensaje.",
  "not-held": () => "El ticket no está retenido.",
  "nothing-claimed": () => "No hay una urgencia por confirmar en este ticket.",
  "nothing-to-complete": () => "A esta solicitud no le falta nada que completar.",
  "nothing-to-prove": () => "Esta solicitud no espera ningún código.",
  "nothing-to-verify": () => "Esta solicitud no espera que se compruebe quién la hizo.",
  "contact-may-not": ({ name }) =>
    `Por el registro de clientes, ${name} no puede pedir este trámite: llame a quien puede.`,
  "proof-needed": () =>
    "Nadie puede dar por buena esta solicitud: la admite el código que recibe quien la hizo, o una llamada a su teléfono registrado.",
  "nothing-proposed": () => "No hay un cargo por aceptar en este ticket.",
  "nothing-to-confirm": () =>
    "La mesa todavía no le ha comunicado una solución. Si ya no necesita ayuda, puede retirar su solicitud.",
  "nothing-to-hand-back": () =>
    "Este nivel avisa al cliente por sí mismo: resuelva el ticket con su causa y su solución.",
  "nothing-to-resume": () => "El ticket no está en espera de nada que se pueda retomar.",
  "policy-unknown": ({ policy }) =>
    `La versión ${policy} del manual no está disponible o ya es la de este ticket.`,
  "quote-invalid": () => "El cargo necesita un tiempo en minutos y un importe.",
  "reason-missing": () => "Escriba el motivo.",
  "remedy-missing": () => "Escriba la solución.",
  "reopening-refused": ({ folio }) =>
    `El ticket ${folio} no se vuelve a abrir. Registre uno nuevo y cite este folio.`,
  "requester-unverified": () =>
    "Falta verificar quién lo solicita: no se le contesta con datos del cliente. Pregúntele lo que falte y admita el ticket cuando lo compruebe, o ciérrelo.",
  "scope-unknown": () =>
    "Elija cuál de los casos fuera del alcance es: su texto se dice al cliente.",
  "severity-unknown": ({ severity }) => `No existe la severidad «${severity}».`,
  "still-held": () =>
    "El ticket está retenido: admítalo antes de resolverlo, o ciérrelo con su motivo.",
  "ticket-closed": ({ folio, cites }) =>
    cites === true
      ? `El ticket ${folio} está cerrado y no se vuelve a abrir. Registre uno nuevo y cite este folio.`
      : `El ticket ${folio} está cerrado y no se vuelve a abrir. Registre uno nuevo.`,
  "ticket-merged": ({ folio, into }) =>
    typeof into === "string"
      ? `El ticket ${folio} se unió al ${into}: ahí continúa la atención.`
      : `El ticket ${folio} se unió a otro: ahí continúa la atención.`,
  "ticket-unknown": () => "No existe ese ticket.",
  "until-past": () => "Indique una fecha y hora que todavía no pasen.",
  "who-may-not": () => "Esta acción no le corresponde a quien la intenta.",
  "choice-unknown": ({ label }) => `Elija una de las opciones de ${it(label)}.`,
  "consent-missing": ({ label }) => `Para continuar, marque ${it(label)}.`,
  "postal-code-invalid": ({ label }) =>
    `Escriba en ${it(label)} los cinco dígitos del código postal.`,
  "rfc-invalid": ({ label }) =>
    `Revise ${it(label)}: un RFC tiene 12 caracteres (persona moral) o 13 (persona física), por ejemplo EKU9003173C9.`,
  "date-invalid": ({ label }) => `Escriba en ${it(label)} una fecha que exista.`,
  "email-invalid": ({ label }) =>
    `Revise ${it(label)}: debe tener la forma nombre@example.com, sin espacios.`,
  "field-missing": ({ label }) => `Falta llenar ${it(label)}.`,
  "field-too-long": ({ label, most, length }) =>
    `${it(label)} tiene ${length} caracteres y admite hasta ${most}. ${Number(most) < 1000 ? "Acórtelo." : "Acórtelo o adjunte un archivo."}`,
  "field-unknown": ({ field }) => `El formulario no tiene el campo ${it(field)}.`,
  "fields-too-many": ({ most }) => `El envío tiene más de ${most} campos.`,
  "files-missing": ({ label }) => `Falta adjuntar ${it(label)}.`,
  "number-invalid": ({ label }) => `Escriba en ${it(label)} solo un número.`,
  "one-value-only": ({ label }) => `${it(label)} admite una sola respuesta.`,
  "portal-invalid": ({ label }) =>
    `Revise ${it(label)}: debe ser la dirección de una página, por ejemplo https://empresa.example.com.`,
  "subject-vague": ({ suggestion, names }) => {
    const what = typeof names === "string" ? `Debe nombrar: ${names}` : "Diga en qué consiste";
    return typeof suggestion === "string" && suggestion !== ""
      ? `El asunto dice poco. ${what}; por ejemplo: «${suggestion}».`
      : `El asunto dice poco. ${what}.`;
  },
  "telephone-invalid": ({ label }) => `Revise ${it(label)}: debe tener entre 7 y 15 dígitos.`,
  "yes-no-invalid": ({ label }) => `Responda sí o no en ${it(label)}.`,
};
