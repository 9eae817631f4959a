import type { Language } from "../../core/policy/text.ts";
import { codePlace } from "./fill.ts";

const es = {
  subject: (desk: string) => `${desk}: código para entrar`,
  body: (desk: string) =>
    `Alguien pidió entrar a sus tickets en ${desk} con esta dirección de correo. Si fue usted, escriba este código en la página donde lo pidió:\n\n${codePlace}\n\nVale quince minutos, una sola vez y solo en ese navegador. Nadie de la mesa se lo pedirá: no lo dicte ni lo reenvíe.\n\nSi usted no lo pidió, no necesita hacer nada.`,
  footer: (desk: string) => `Mensaje automático de ${desk}.`,
};

const en: typeof es = {
  subject: (desk) => `${desk}: code to sign in`,
  body: (desk) =>
    `Somebody asked to sign in to their tickets at ${desk} with this e-mail address. If it was you, write this code on the page where you asked for it:\n\n${codePlace}\n\nIt is good for fifteen minutes, once, and in that browser alone. Nobody of the desk will ask you for it: do not read it out or forward it.\n\nIf you did not ask for it, you need not do anything.`,
  footer: (desk) => `Automatic message of ${desk}.`,
};

/** The mail that carries a code to sign in with. */
export const entryMailWords: Readonly<Record<Language, typeof es>> = { es, en };
