import type { Language } from "../core/policy/text.ts";
import type { Refusal } from "../core/refusal.ts";
import { articleRefusals } from "./refusals/articles.ts";
import { compositionRefusals, unfilledInWords } from "./refusals/compositions.ts";
import { queueWorkRefusals } from "./refusals/queue-work.ts";

const es = {
  ...articleRefusals.es,
  ...compositionRefusals.es,
  ...queueWorkRefusals.es,
  "not-signed-in": "Inicie sesión para continuar.",
  "token-refused": "El token no existe, venció o se revocó.",
  "scope-missing": "Este token no tiene el permiso que esto necesita.",
  "sign-in-again": "Para esto inicie sesión otra vez: ha pasado un rato desde que lo hizo.",
  "person-needed": "Esto lo hace una persona de la mesa, con su sesión.",
  "no-such-token": "No existe ese token en esta mesa.",
  "no-such-webhook": "No existe ese webhook en esta mesa.",
  "webhook-address":
    "Escriba una dirección https, sin usuario ni contraseña (https://erp.example.com/avisos).",
  "webhooks-too-many": "La mesa ya tiene 20 webhooks. Quite alguno antes de agregar otro.",
  "webhook-off": "El webhook está apagado. Enciéndalo primero.",
  "not-replayable": "Ese envío no existe o todavía está en camino.",
  "due-wrong": "Esa fecha no existe.",
  "opinion-not-asked": "De este ticket no se pregunta, o ya pasó el plazo para responder.",
  "no-such-feed": "No existe ese calendario.",
  "feeds-too-many": "Ya tiene 10 calendarios. Quite alguno antes de crear otro.",
  "no-such-draft": "No existe ese borrador.",
  "error-code-meanwhile": "Alguien más cambió este código. Vuelva a abrirlo.",
  "error-codes-too-many": "Ya hay 1,000 códigos de la mesa. Quite alguno antes de agregar otro.",
  "no-such-error-code": "La mesa no tiene un texto propio para ese código.",
  "sat-off": "Esta instalación no consulta al SAT.",
  "sat-unreachable": "El SAT no contesta. Inténtelo más tarde.",
  "sat-unclear": "La respuesta del SAT no se entiende. Inténtelo más tarde.",
  "not-askable": "A la factura le falta el timbre, o con qué consultarla en el SAT.",
  "question-wrong": "La pregunta no se entiende.",
  "drafts-too-many": "El ticket ya tiene 20 borradores. Descarte alguno primero.",
  "expires-past": "El vencimiento ya pasó.",
  "expires-far": "Un token vale un año como máximo.",
  "cursor-foreign":
    "Ese cursor no es de esta lista. Empiece de nuevo sin cursor, con los mismos filtros.",
  "idempotency-key-wrong":
    "Idempotency-Key lleva de 1 a 255 caracteres visibles, sin espacios ni acentos.",
  "idempotency-reused":
    "Esa Idempotency-Key ya se usó para otra solicitud. Use una nueva para cada solicitud.",
  "idempotency-under-way":
    "La misma solicitud está en curso. Espere y vuelva a enviarla con la misma Idempotency-Key.",
  "idempotency-answer-lost":
    "Esa solicitud ya se hizo y su respuesta no se conservó. Lea el resultado: no se hará otra vez.",
  "role-may-not": "Su función en esta mesa no permite hacer esto.",
  "not-a-member": "Esa persona no trabaja en esta mesa.",
  "confirm-again":
    "Esto cambia quién puede entrar o qué sale de la mesa: confirme primero que es usted.",
  "already-member":
    "Esta persona ya trabaja en la mesa: cambie su función en la lista, en lugar de invitarla.",
  "own-membership": "Nadie cambia su propia función: pídalo a otra persona de administración.",
  "last-administrator": "Es la última persona que administra la mesa: dé antes esa función a otra.",
  "roles-apart":
    "Estas funciones no pueden ser de la misma persona: una comprueba lo que hace la otra.",
  "works-elsewhere":
    "Esta persona trabaja también en mesas que usted no administra: quien administra la instalación puede quitar su segundo paso («plazo staff reset»).",
  "passkeys-too-many": "Ya tiene demasiadas llaves de acceso: quite antes una.",
  "passkey-refused": "La llave de acceso no se aceptó.",
  "password-wrong": "La contraseña no es correcta.",
  "too-many": "Demasiados intentos. Espere unos minutos y vuelva a intentarlo.",
  "no-such-desk": "No existe esa mesa, o usted no trabaja en ella.",
  "no-such-ticket": "No existe ese ticket en esta mesa.",
  "no-such-clock": "Ese reloj no existe en este ticket.",
  "no-such-mailbox": "No existe ese buzón.",
  "mailbox-address-taken": "Esta mesa ya tiene un buzón con esa dirección.",
  "mailbox-secret-missing":
    "Escriba la contraseña (o la autorización): solo se conserva mientras el servidor, el usuario y el cifrado sean los mismos.",
  "mailbox-host-invalid":
    "Eso no es el nombre de un servidor. Escríbalo sin https:// ni espacios, como imap.example.com.",
  "mailbox-insecure-token": "La dirección de las fichas debe empezar con https://.",
  "no-such-message": "No existe ese mensaje.",
  "no-such-mail": "No existe ese correo recibido.",
  "not-copied": "Esa dirección no está en copia en ningún correo de este ticket.",
  "mail-decided": "Ya se decidió qué hacer con ese correo. Vea en qué quedó.",
  "mail-without-sender":
    "Ese correo no dice de quién es: no puede ser una solicitud. Puede guardarlo en un ticket.",
  "not-sendable-again":
    "Ese mensaje ya salió, todavía espera salir o dejó de tener sentido: no se envía de nuevo.",
  "sent-again-already": "Alguien ya lo envió de nuevo.",
  "no-such-file": "No existe ese archivo.",
  "no-such-member": "Esa persona no trabaja en esta mesa.",
  "no-such-policy": "No existe esa versión del manual.",
  "effective-past":
    "Una versión rige desde ahora o desde un momento futuro, nunca desde uno que ya pasó.",
  "first-version-later":
    "La primera versión de una mesa rige desde que se publica: con ella abre la mesa.",
  "version-scheduled":
    "Hay una versión programada para después. Las versiones entran en vigor en el orden de sus números: retire primero la programada, o elija un momento posterior al de ella.",
  "policy-same": "La versión más reciente ya dice exactamente lo mismo: no hay nada que publicar.",
  "version-meanwhile":
    "Alguien publicó otra versión mientras tanto. Revise qué cambió antes de publicar la suya.",
  "policy-withdrawn": "Esa versión ya se había retirado.",
  "policy-in-effect":
    "Esa versión ya entró en vigor y no se puede retirar. Publique una nueva que la corrija.",
  "policy-of-another":
    "El texto es el manual de otra mesa: su identificador (desk › id) no es el de esta.",
  "pack-broken": "El texto tiene errores. Corríjalos antes de publicar.",
  "no-draft": "No hay un borrador guardado.",
  "draft-meanwhile":
    "Alguien guardó el borrador después de que usted lo abrió. No se guardó nada: revise lo nuevo.",
  "no-such-backtest": "Ese ensayo ya no existe. Vuelva a pedirlo.",
  "backtest-busy": "Ya hay un ensayo en curso en esta mesa. Espere a que termine o cancélelo.",
  "no-such-calendar": "Esa mesa no tiene ese calendario.",
  "no-such-date": "Esa fecha no existe.",
  "date-over":
    "Esa fecha ya pasó: un cambio de horario rige desde que se publica y no modifica lo que ya contó.",
  "hours-impossible":
    "Ese horario no es posible: revise que cada tramo termine después de empezar y que no se encimen.",
  "hours-cross-midnight":
    "Ese horario termina antes de empezar. Si de verdad sigue hasta el día siguiente, dígalo expresamente (overnight); si no, corríjalo.",
  "no-such-announcement": "No existe ese anuncio, ya terminó o ya se canceló.",
  "no-tracker": "El manual de esta mesa no lleva seguimiento.",
  "no-digest": "El seguimiento de esta mesa no manda resúmenes.",
  "no-such-follower": "No existe ese seguidor.",
  "follower-stopped":
    "Esa persona dejó de seguirlo por su cuenta. Solo ella puede volver a seguirlo, con la liga de su último resumen.",
  "changed-meanwhile":
    "Alguien escribió en el ticket después de que usted lo leyó. No se envió nada: revise lo nuevo y vuelva a intentarlo.",
  "code-wrong": "El código no es el que enviamos, o ya venció. Revíselo o pida otro.",
  "code-tries": "Se intentaron demasiados códigos. Espere una hora o escríbanos por otro medio.",
  "code-mails": "Ya enviamos varios códigos a su dirección. Espere una hora antes de pedir otro.",
  "case-not-yours":
    "Ese ticket no es el del caso que describe. Envíe la solicitud como un ticket nuevo.",
  "party-unknown": "Esa empresa no está entre los terceros de la mesa.",
  "role-unknown": "Ese papel no está en el manual de la mesa.",
  "no-such-organisation": "No existe esa organización en el registro de la mesa.",
  "no-such-call": "No existe esa llamada en esta mesa.",
  "call-not-owed": "A esa llamada ya no se le debe respuesta: alguien la atendió.",
  "no-such-contact": "No existe ese contacto en el registro de la mesa.",
  "changed-in-register":
    "Alguien cambió estos datos después de que usted los abrió. No se guardó nada: revise lo nuevo y vuelva a intentarlo.",
  "rfc-shape":
    "Eso no tiene la forma de un RFC: son 12 caracteres de una persona moral o 13 de una persona física.",
  "regime-unknown": "Ese régimen fiscal no está en el catálogo del SAT (c_RegimenFiscal).",
  "portal-taken": "Ese portal ya es de otra organización. Quítelo primero de ella.",
  "address-taken": "Esa dirección de correo ya está registrada a nombre de otro contacto.",
  "email-shape": "Eso no es una dirección de correo.",
  "telephone-shape":
    "Eso no es un teléfono: escriba de 7 a 15 cifras, con la clave del país si no es de México.",
  "import-not-csv":
    "El archivo no se puede leer como CSV: debe ser texto separado por comas o por punto y coma, con encabezados en la primera línea.",
  "import-no-columns":
    "No se reconoció ninguna columna en la primera línea. Use los encabezados de la plantilla.",
  "import-too-many": "El archivo tiene demasiados renglones (50,000 como máximo). Divídalo.",
  "import-too-large": "El archivo pesa más de lo permitido (20 MB). Divídalo.",
  "chat-not-available": "Diga primero que atiende el chat.",
  "chat-full":
    "Ya tiene abiertos tantos chats como dijo que atiende. Termine uno o suba el número.",
  "chat-line-empty": "Nadie espera en el chat.",
  "chat-no-address": "Este ticket no tiene una dirección de correo.",
  "chat-copies": "Ya enviamos varias copias a esa dirección. Espere una hora.",
  "origin-invalid":
    "Escriba el origen de la página: https, el nombre del sitio y nada más (https://portal.example.com).",
  "hosts-too-many": "Hay demasiados orígenes. Quite alguno antes de agregar otro.",
  "vouch-invalid": "El aval del portal no es válido.",
  "vouch-expired": "El aval del portal ya venció.",
  "vouch-spent": "El aval del portal ya se usó.",
  "live-full": "Hay demasiadas pantallas abiertas a la vez. Cierre alguna.",
  "mailed-link-needed":
    "Para esto abra el ticket con la liga que enviamos a su dirección registrada.",
  "requester-only": "Esto lo decide quien hizo la solicitud. Usted puede agregar información.",
  "telephone-not-registered": "Ese teléfono no está registrado para esa persona.",
  "link-spent": "Este enlace ya se usó o venció. Pida otro a quien se lo envió.",
  "capability-expired": "Este enlace venció. Pida otro con el folio y su correo.",
  "file-too-large": "El archivo pesa más de lo permitido (10 MB).",
  "files-too-large": "Los archivos juntos pesan más de lo permitido (25 MB).",
  "files-too-many": "Son demasiados archivos (10 como máximo).",
  "file-kind": "Ese tipo de archivo no se acepta.",
  "file-empty": "El archivo está vacío.",
  "file-not-kept":
    "No pudimos guardar el archivo en este momento; lo que escribió sigue aquí. Envíe de nuevo en unos minutos, o sin el archivo.",
  "file-name": "El nombre del archivo no se puede usar.",
  "submission-reused":
    "La solicitud que envió antes desde esta página ya está registrada, y lo que escribió ahora es distinto. Si es otro asunto, envíe otra vez y se abrirá otro ticket. Si es información para el primero, agréguela en la página de ese ticket.",
  "answer-too-long":
    "Su mensaje es demasiado largo: admite hasta 50,000 caracteres. Acórtelo o adjúntelo como archivo.",
  "file-missing": "Un archivo ya no está guardado. Adjúntelo de nuevo.",
  "xml-doctype": "El XML contiene una declaración DOCTYPE, que no se acepta por seguridad.",
} as const;

/** Every "no" of the desk itself, outside what the core decides. */
export type DeskRefusalCode = keyof typeof es;

const en: Readonly<Record<DeskRefusalCode, string>> = {
  ...articleRefusals.en,
  ...compositionRefusals.en,
  ...queueWorkRefusals.en,
  "not-signed-in": "Sign in to go on.",
  "token-refused": "There is no such token, or it has expired or was revoked.",
  "scope-missing": "This token does not have the scope that this needs.",
  "sign-in-again": "Sign in again for this: some time has passed since you did.",
  "person-needed": "A person of the desk does this, signed in.",
  "no-such-webhook": "There is no such webhook at this desk.",
  "webhook-address":
    "Write an https address without user or password (https://erp.example.com/notices).",
  "webhooks-too-many": "The desk has 20 webhooks already. Take one away before you add another.",
  "webhook-off": "The webhook is switched off. Switch it on first.",
  "not-replayable": "There is no such delivery, or it is still on its way.",
  "due-wrong": "There is no such date.",
  "opinion-not-asked": "Nothing is asked about this ticket, or the time to answer is over.",
  "no-such-feed": "There is no such calendar.",
  "feeds-too-many": "You have 10 calendars already. Take one away before you make another.",
  "no-such-draft": "There is no such draft.",
  "error-code-meanwhile": "Somebody else changed this code. Open it again.",
  "error-codes-too-many": "The desk has 1,000 codes already. Remove some before adding another.",
  "no-such-error-code": "The desk has no words of its own for that code.",
  "sat-off": "This installation does not ask the SAT.",
  "sat-unreachable": "The SAT does not answer. Try again later.",
  "sat-unclear": "The SAT's answer cannot be read. Try again later.",
  "not-askable": "The invoice lacks its stamp, or what the SAT is asked by.",
  "question-wrong": "The question cannot be read.",
  "drafts-too-many": "The ticket has 20 drafts already. Discard one first.",
  "no-such-token": "There is no such token at this desk.",
  "expires-past": "It would have expired already.",
  "expires-far": "A token holds for a year at most.",
  "cursor-foreign":
    "That cursor is not of this list. Begin again without one, by the same filters.",
  "idempotency-key-wrong":
    "Idempotency-Key has 1 to 255 visible characters of ASCII, and no spaces.",
  "idempotency-reused":
    "That Idempotency-Key was used for another request. Use a new one for each request.",
  "idempotency-under-way":
    "The same request is under way. Wait, and send it again with the same Idempotency-Key.",
  "idempotency-answer-lost":
    "That request was done and its answer was not kept. Read what came of it: it is not done again.",
  "role-may-not": "Your role at this desk does not allow this.",
  "not-a-member": "That person does not work at this desk.",
  "confirm-again":
    "This changes who gets in or what leaves the desk: confirm first that it is you.",
  "already-member":
    "They work at this desk already: change their role in the list instead of inviting them.",
  "own-membership": "Nobody changes their own role: ask somebody else who administers.",
  "last-administrator":
    "They are the last to administer the desk: give that role to somebody else first.",
  "roles-apart": "One person cannot have both roles: one checks what the other does.",
  "works-elsewhere":
    "They also work at desks that you do not administer: whoever runs the installation can remove their second step (“plazo staff reset”).",
  "passkeys-too-many": "You have too many passkeys: remove one first.",
  "passkey-refused": "The passkey was not accepted.",
  "password-wrong": "The password is not right.",
  "too-many": "Too many attempts. Wait some minutes and try again.",
  "no-such-desk": "There is no such desk, or you do not work there.",
  "no-such-ticket": "There is no such ticket at this desk.",
  "no-such-clock": "This ticket has no such clock.",
  "no-such-mailbox": "There is no such mailbox.",
  "mailbox-address-taken": "This desk has a mailbox of that address already.",
  "mailbox-secret-missing":
    "Write the password (or the authorisation): it is kept only while server, user and encryption stay the same.",
  "mailbox-host-invalid":
    "That is not the name of a server. Write it without https:// or spaces, like imap.example.com.",
  "mailbox-insecure-token": "The address of the tokens must begin with https://.",
  "no-such-message": "There is no such message.",
  "no-such-mail": "There is no such received mail.",
  "not-copied": "That address is in copy of no mail of this ticket.",
  "mail-decided": "It was decided already what becomes of that mail. See what it was.",
  "mail-without-sender":
    "That mail does not say whom it is from: it cannot be a request. You can keep it on a ticket.",
  "not-sendable-again":
    "That message left already, still waits to leave, or had become pointless: it is not sent again.",
  "sent-again-already": "Somebody has sent it again already.",
  "no-such-file": "There is no such file.",
  "no-such-member": "That person does not work at this desk.",
  "no-such-policy": "There is no such version of the manual.",
  "effective-past":
    "A version holds from now or from an instant to come, never from one that is past.",
  "first-version-later":
    "A desk's first version holds from its publication: the desk opens with it.",
  "version-scheduled":
    "A later version is scheduled. Versions take effect in the order of their numbers: withdraw the scheduled one first, or choose an instant after its own.",
  "policy-same": "The newest version says exactly the same already: there is nothing to publish.",
  "version-meanwhile":
    "Somebody published another version meanwhile. Look at what changed before you publish yours.",
  "policy-withdrawn": "That version was withdrawn already.",
  "policy-in-effect":
    "That version has taken effect and cannot be withdrawn. Publish a new one that mends it.",
  "policy-of-another":
    "The text is the manual of another desk: its id (desk › id) is not this one's.",
  "pack-broken": "The text has errors. Mend them before you publish.",
  "no-draft": "No draft is kept.",
  "draft-meanwhile":
    "Somebody saved the draft after you opened it. Nothing was saved: look at what is new.",
  "no-such-backtest": "That back-test is no longer there. Ask for it again.",
  "backtest-busy": "A back-test of this desk is under way. Wait until it ends, or cancel it.",
  "no-such-calendar": "The desk has no such calendar.",
  "no-such-date": "There is no such date.",
  "date-over":
    "That date is over: a change of hours holds from its publication and does not change what has counted.",
  "hours-impossible":
    "These hours are not possible: each stretch must end after it begins, and none may overlap.",
  "hours-cross-midnight":
    "These hours end before they begin. Where they do go on into the next day, say so (overnight); else mend them.",
  "no-such-announcement": "There is no such announcement, or it is over or was cancelled.",
  "no-tracker": "This desk's manual has no tracker.",
  "no-digest": "This desk's tracker sends no digests.",
  "no-such-follower": "There is no such follower.",
  "follower-stopped":
    "That person stopped following it themselves. Only they can follow it again, by the link of their last digest.",
  "changed-meanwhile":
    "Somebody wrote in the ticket after you read it. Nothing was sent: look at what is new and try again.",
  "code-wrong": "The code is not the one we sent, or it has expired. Check it or ask for another.",
  "code-tries": "Too many codes were tried. Wait an hour, or write to us in another way.",
  "code-mails":
    "We sent several codes to your address already. Wait an hour before you ask for another.",
  "case-not-yours":
    "That ticket is not the one of the case you describe. Send the request as a new ticket.",
  "party-unknown": "That company is not one of the desk's third parties.",
  "role-unknown": "That role is not in the desk's manual.",
  "no-such-organisation": "There is no such organisation in the desk's register.",
  "no-such-call": "There is no such call at this desk.",
  "call-not-owed": "That call is owed no answer any more: somebody saw to it.",
  "no-such-contact": "There is no such contact in the desk's register.",
  "changed-in-register":
    "Somebody changed these data after you opened them. Nothing was saved: look at what is new and try again.",
  "rfc-shape":
    "That does not have the form of an RFC: 12 characters of a company or 13 of a person.",
  "regime-unknown": "That tax regime is not in the SAT's catalogue (c_RegimenFiscal).",
  "portal-taken": "That portal is another organisation's already. Take it from that one first.",
  "address-taken": "That e-mail address is registered to another contact already.",
  "email-shape": "That is not an e-mail address.",
  "telephone-shape":
    "That is not a telephone: write 7 to 15 figures, with the country's code where it is not Mexico's.",
  "import-not-csv":
    "The file cannot be read as CSV: it must be text separated by commas or semicolons, with headings on the first line.",
  "import-no-columns":
    "No column was recognised on the first line. Use the headings of the template.",
  "import-too-many": "The file has too many rows (50,000 at most). Split it.",
  "import-too-large": "The file is larger than allowed (20 MB). Split it.",
  "chat-not-available": "Say first that you attend the chat.",
  "chat-full": "You have as many chats open as you said you take. End one or raise the number.",
  "chat-line-empty": "Nobody waits in the chat.",
  "chat-no-address": "This ticket has no mail address.",
  "chat-copies": "We have sent several copies to that address. Wait an hour.",
  "origin-invalid":
    "Write the origin of the page: https, the site's name and nothing else (https://portal.example.com).",
  "hosts-too-many": "There are too many origins. Take one away before you add another.",
  "vouch-invalid": "What the portal vouches is not valid.",
  "vouch-expired": "What the portal vouched has expired.",
  "vouch-spent": "What the portal vouched was used already.",
  "live-full": "Too many screens are open at once. Close one.",
  "mailed-link-needed":
    "For this, open the ticket with the link that we mailed to your registered address.",
  "requester-only": "Whoever made the request decides this. You can add information.",
  "telephone-not-registered": "That telephone is not registered for that person.",
  "link-spent": "This link was used or has expired. Ask whoever sent it for another.",
  "capability-expired": "This link has expired. Ask for another with the folio and your address.",
  "file-too-large": "The file is larger than allowed (10 MB).",
  "files-too-large": "The files together are larger than allowed (25 MB).",
  "files-too-many": "There are too many files (10 at most).",
  "file-kind": "This kind of file is not accepted.",
  "file-empty": "The file is empty.",
  "file-not-kept":
    "We could not keep the file at this moment; what you wrote is still here. Send it again in some minutes, or without the file.",
  "file-name": "The file's name cannot be used.",
  "submission-reused":
    "The request that you sent from this page before is registered, and what you have written now is different. If it is another matter, send it again and another ticket will be opened. If it is information for the first one, add it on that ticket’s page.",
  "answer-too-long":
    "Your message is too long: it takes up to 50,000 characters. Shorten it, or attach it as a file.",
  "file-missing": "A file is no longer kept. Attach it again.",
  "xml-doctype": "The XML has a DOCTYPE declaration, which is not accepted for safety.",
};

const words: Readonly<Record<Language, Readonly<Record<string, string>>>> = { es, en };

/** The codes of all refusals of the desk itself. */
export const deskRefusalCodes: readonly string[] = Object.keys(es);

/** A refusal of the desk in words; `undefined` where the code is not the desk's own. */
export function deskRefusalInWords(
  { refused, facts }: Refusal,
  language: Language,
): string | undefined {
  const left = facts?.["left"];
  if (refused === "placeholder-unfilled" && Array.isArray(left))
    return unfilledInWords(left.map(String), language);
  return Object.hasOwn(words[language], refused) ? words[language][refused] : undefined;
}
