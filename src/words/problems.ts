import type { Language } from "../core/policy/text.ts";

const es = {
  "not-found": [
    "No existe esta página",
    "La dirección está incompleta, cambió, o la liga ya no vale.",
  ],
  "origin-refused": [
    "La solicitud no viene de esta página",
    "Por seguridad solo aceptamos lo que se envía desde nuestras propias páginas. Abra la página por su dirección completa (la que está en nuestros correos) y envíe otra vez.",
  ],
  "content-type-refused": [
    "El tipo de contenido no se acepta",
    "Envíe el contenido en el formato que indica la documentación.",
  ],
  "body-too-large": [
    "El envío es demasiado grande",
    "Adjunte menos archivos, o más pequeños, y acorte los textos muy largos.",
  ],
  "malformed-body": ["El envío llegó incompleto o dañado", "Revise su conexión y envíe otra vez."],
  "invalid-request": ["Hay datos que corregir", "Revise los campos indicados."],
  "rate-limited": [
    "Demasiadas solicitudes",
    "Este token llegó a su límite. Espere los segundos que indica Retry-After y siga a ese ritmo.",
  ],
  overloaded: [
    "Estamos recibiendo más solicitudes de las que podemos atender",
    "Espere unos segundos e intente de nuevo. Nada de lo que ya se registró se perdió.",
  ],
  unavailable: [
    "El servicio no está disponible por el momento",
    "Intente de nuevo en unos minutos. Lo ya registrado está a salvo.",
  ],
  fault: [
    "Algo falló de nuestro lado",
    "Ya quedó registrado. Si vuelve a suceder, mencione la referencia que aparece aquí.",
  ],
} satisfies Record<string, readonly [title: string, detail: string]>;

/** What can go wrong with a request itself, whatever it asks for. */
export type ProblemCode = keyof typeof es;

const en: Readonly<Record<ProblemCode, readonly [title: string, detail: string]>> = {
  "not-found": [
    "There is no such page",
    "The address is incomplete, has changed, or the link is no longer valid.",
  ],
  "origin-refused": [
    "The request does not come from this site",
    "For safety we only take what is sent from our own pages. Open the page by its full address (the one in our mails) and send once more.",
  ],
  "content-type-refused": [
    "This type of content is not accepted",
    "Send it in the format that the documentation gives.",
  ],
  "body-too-large": [
    "What was sent is too large",
    "Attach fewer files, or smaller ones, and shorten very long texts.",
  ],
  "malformed-body": [
    "What was sent arrived incomplete or damaged",
    "Check your connection and send it again.",
  ],
  "invalid-request": ["Some data needs correcting", "Check the fields named here."],
  "rate-limited": [
    "Too many requests",
    "This token has reached its limit. Wait the seconds that Retry-After gives, and go on at that pace.",
  ],
  overloaded: [
    "We are receiving more requests than we can serve",
    "Wait some seconds and try again. Nothing that was registered has been lost.",
  ],
  unavailable: [
    "The service is not available at the moment",
    "Try again in some minutes. What was registered is safe.",
  ],
  fault: [
    "Something failed on our side",
    "It has been recorded. Should it happen again, mention the reference shown here.",
  ],
};

/** Title and detail of each problem in each language. */
export const problemWords: Readonly<
  Record<Language, Readonly<Record<ProblemCode, readonly [title: string, detail: string]>>>
> = { es, en };

const frame = {
  es: {
    reference: "Referencia",
    field: "El campo que lo impide",
    home: "Ir al inicio",
    retry: "Intentar de nuevo",
    kept: "Lo que escribió sigue en esta página: no la cierre.",
  },
  en: {
    reference: "Reference",
    field: "The field that prevents it",
    home: "Go to the start",
    retry: "Try again",
    kept: "What you wrote is still on this page: do not close it.",
  },
};

/** The words around a problem on its page. */
export const problemFrame: Readonly<Record<Language, (typeof frame)["es"]>> = frame;
