import type { Language } from "../../core/policy/text.ts";

const es = {
  signIn: "Entrar",
  signInLead: "Espacio de trabajo de la mesa de ayuda.",
  email: "Correo",
  password: "Contraseña",
  name: "Nombre y apellido",
  choosePassword: "Elija una contraseña",
  passwordHint: (min: number) =>
    `Al menos ${min} caracteres. Una frase larga es mejor que un revoltijo corto.`,
  wrong: "El correo o la contraseña no son correctos.",
  tooMany: "Demasiados intentos. Espere unos minutos y vuelva a intentarlo.",
  setUp: "Crear la cuenta de administración",
  setUpLead: "Es la primera cuenta de esta instalación: podrá invitar a las demás personas.",
  invitation: "Aceptar la invitación",
  invitationLead: (email: string) => `Le invitaron a trabajar en la mesa con el correo ${email}.`,
  entry: "Entrar con este enlace",
  entryLead: (name: string) => `Entrará como ${name}. El enlace sirve una sola vez.`,
  enter: (name: string) => `Entrar como ${name}`,
  create: "Crear cuenta y entrar",
  accept: "Aceptar y entrar",
  spent: "Este enlace ya no sirve",
  spentLead:
    "Ya se usó o venció. Si ya tiene una cuenta, entre con su correo y contraseña; si no, pida otro enlace.",
  errors: "Revise estos datos",
  nameMissing: "Escriba su nombre.",
  emailWrong: "Escriba una dirección de correo completa.",
  passwordShort: (min: number) => `La contraseña necesita al menos ${min} caracteres.`,
  passwordLong: (max: number) => `La contraseña admite hasta ${max} caracteres.`,
};

const en: typeof es = {
  signIn: "Sign in",
  signInLead: "The help desk's workspace.",
  email: "E-mail",
  password: "Password",
  name: "Full name",
  choosePassword: "Choose a password",
  passwordHint: (min) => `At least ${min} characters. A long phrase is better than a short jumble.`,
  wrong: "The e-mail or the password is not right.",
  tooMany: "Too many attempts. Wait some minutes and try again.",
  setUp: "Create the administrator's account",
  setUpLead: "It is the first account of this installation: it can invite everybody else.",
  invitation: "Accept the invitation",
  invitationLead: (email) => `You are invited to work at the desk with the address ${email}.`,
  entry: "Enter with this link",
  entryLead: (name) => `You will enter as ${name}. The link works once.`,
  enter: (name) => `Enter as ${name}`,
  create: "Create account and enter",
  accept: "Accept and enter",
  spent: "This link no longer works",
  spentLead:
    "It was used or has expired. If you have an account, sign in with your address and password; otherwise ask for another link.",
  errors: "Check these",
  nameMissing: "Write your name.",
  emailWrong: "Write a complete e-mail address.",
  passwordShort: (min) => `The password needs at least ${min} characters.`,
  passwordLong: (max) => `The password takes at most ${max} characters.`,
};

/** The pages through which staff come in. */
export const entryWords: Readonly<Record<Language, typeof es>> = { es, en };
