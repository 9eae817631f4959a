import type { Language } from "../../core/policy/text.ts";

const es = {
  accepted: (from: string) =>
    `El secreto de ${from} es ahora el de esta base de datos. Lo que se formó con el anterior ya no sirve: el personal entra de nuevo y vuelve a configurar su aplicación de códigos; escriba otra vez las contraseñas de los buzones; haga nuevas las llaves de firma del correo, del chat y de los avisos a otros sistemas; las ligas de los correos ya enviados dejan de abrir.`,
};

const en: typeof es = {
  accepted: (from) =>
    `The secret in ${from} is now this database's. What was made with the one before is void: people of the desk sign in again and set up their code app anew; write the passwords of mailboxes again; make new keys for signing mail, for the chat and for notices to other systems; links in mails already sent open no more.`,
};

/** What is said when an installation's secret is changed. */
export const secretWords: Readonly<Record<Language, typeof es>> = { es, en };
