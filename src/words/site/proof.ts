import type { Language } from "../../core/policy/text.ts";

const methods = {
  password: "contraseña",
  link: "liga de un solo uso",
  passkey: "llave de acceso",
  "sign-on": "cuenta de la empresa",
} as const;

const es = {
  prove: "Segundo paso para entrar",
  proveLead: "Falta un paso: muestre algo que solo usted tiene.",
  code: "Código de 6 dígitos",
  codeHint: "El que muestra su aplicación de autenticación, o uno de sus códigos de recuperación.",
  go: "Continuar",
  withPasskey: "Usar una llave de acceso",
  orPasskey: "O, con este dispositivo:",
  passkeyFailed: "La llave de acceso no se aceptó. Vuelva a intentarlo o use otra forma.",
  leave: "Salir sin entrar",
  setUp: "Proteja su acceso con un segundo paso",
  setUpMust:
    "Su función en la mesa lo exige: además de la contraseña hace falta algo que solo usted tenga. Prepárelo ahora; tarda un minuto.",
  setUpMay: "Además de la contraseña se le pedirá un código que solo usted tiene.",
  setUpSteps: [
    "Abra una aplicación de autenticación en su teléfono (la que ya use sirve).",
    "Escanee este cuadro, o escriba la clave.",
    "Escriba aquí el código de 6 dígitos que muestre.",
  ],
  secret: "Clave",
  qr: "Código QR con la clave para su aplicación de autenticación",
  turnOn: "Activar",
  orPasskeySetUp:
    "O cree una llave de acceso: se abre con huella, rostro o PIN de este dispositivo.",
  createPasskey: "Crear llave de acceso",
  passkeyName: "Nombre de la llave",
  passkeyNameHint: "Para reconocerla: «Laptop de la oficina».",
  codesTitle: "Guarde sus códigos de recuperación",
  codesLead:
    "Cada uno sirve una vez, por si pierde el teléfono. Se muestran solo ahora: imprímalos o guárdelos en un lugar seguro.",
  codesKept: "Ya los guardé",
  confirm: "Confirme que es usted",
  confirmLead: "Lo que va a hacer cambia quién puede entrar. Muestre otra vez que es usted.",
  password: "Contraseña",
  passwordWrong: "La contraseña no es correcta.",
  codeWrong: "El código no es correcto, ya se usó o venció. Espere al siguiente.",
  codeTries: "Se intentaron demasiados códigos. Espere un cuarto de hora.",
  tooMany: "Demasiados intentos. Espere unos minutos y vuelva a intentarlo.",
  security: "Seguridad de su cuenta",
  back: "Volver al espacio de trabajo",
  passwordTitle: "Contraseña",
  passwordNone: "Su cuenta no tiene contraseña: entra de otra forma.",
  passwordByLink:
    "Entró con una liga de un solo uso: puede elegir una contraseña nueva sin escribir la anterior.",
  currentPassword: "Contraseña actual",
  newPassword: "Contraseña nueva",
  changePassword: "Cambiar contraseña",
  passwordChanged: "La contraseña cambió. Las otras sesiones se cerraron.",
  appTitle: "Aplicación de autenticación",
  appOn: "Activada: se le pide un código al entrar.",
  appOff: "No está activada.",
  appSetUp: "Activar",
  appRemove: "Quitar la aplicación",
  appRemoved: "La aplicación de autenticación se quitó.",
  appNeeded: "Su función exige un segundo paso: agregue primero una llave de acceso.",
  lastNeeded: "Su función exige un segundo paso, y este es el último que tiene.",
  codesLeft: (n: number) =>
    n === 0
      ? "No le quedan códigos de recuperación."
      : n === 1
        ? "Le queda 1 código de recuperación."
        : `Le quedan ${n} códigos de recuperación.`,
  codesRenew: "Crear códigos nuevos",
  passkeysTitle: "Llaves de acceso",
  passkeysNone: "No tiene ninguna.",
  passkeysLead: "Una llave de acceso reemplaza la contraseña y el código.",
  passkeysScript: "Crear una llave de acceso necesita JavaScript.",
  rename: "Cambiar nombre",
  nameOf: (name: string) => `Nombre de «${name}»`,
  remove: "Quitar",
  removeNamed: (name: string) => `Quitar «${name}»`,
  passkeyAdded: "La llave de acceso se agregó.",
  passkeyRemoved: "La llave de acceso se quitó.",
  passkeyRenamed: "El nombre cambió.",
  created: (when: string) => `creada el ${when}`,
  used: (when: string) => `usada el ${when}`,
  neverUsed: "sin usar todavía",
  sessionsTitle: "Sesiones abiertas",
  thisOne: "esta sesión",
  sessionFrom: (source: string) => `desde ${source}`,
  sessionUsed: (when: string) => `último uso: ${when}`,
  sessionBy: (method: keyof typeof methods) => `entró con ${methods[method]}`,
  endSession: "Cerrar",
  endSessionNamed: (device: string) => `Cerrar la sesión de ${device}`,
  endOthers: "Cerrar todas las demás",
  sessionEnded: "La sesión se cerró.",
  othersEnded: "Las demás sesiones se cerraron.",
  device: (browser: string | null, system: string | null) =>
    browser === null && system === null
      ? "Dispositivo desconocido"
      : [browser ?? "Navegador", system === null ? null : `en ${system}`].filter(Boolean).join(" "),
  signOn: (label: string) => `Entrar con ${label}`,
  signOnAway: (label: string) =>
    `${label} no responde en este momento. Entre con su contraseña o vuelva a intentarlo más tarde.`,
  signOnFailed: (label: string) => `No se pudo entrar con ${label}. Vuelva a intentarlo.`,
  signOnUnknown: (label: string) =>
    `Su cuenta de ${label} no está invitada a ninguna mesa. Pida una invitación a quien administra la suya.`,
};

const methodsEn = {
  password: "password",
  link: "one-time link",
  passkey: "passkey",
  "sign-on": "company account",
} as const;

const en: typeof es = {
  prove: "Second step to sign in",
  proveLead: "One step is left: show something that only you have.",
  code: "6-digit code",
  codeHint: "The one that your authenticator app shows, or one of your recovery codes.",
  go: "Continue",
  withPasskey: "Use a passkey",
  orPasskey: "Or, with this device:",
  passkeyFailed: "The passkey was not accepted. Try again or use another way.",
  leave: "Leave without signing in",
  setUp: "Protect your access with a second step",
  setUpMust:
    "Your role at the desk requires it: besides the password, something that only you have. Set it up now; it takes a minute.",
  setUpMay: "Besides the password you will be asked for a code that only you have.",
  setUpSteps: [
    "Open an authenticator app on your telephone (the one you already use will do).",
    "Scan this square, or type the key.",
    "Write here the 6-digit code that it shows.",
  ],
  secret: "Key",
  qr: "QR code with the key for your authenticator app",
  turnOn: "Turn on",
  orPasskeySetUp: "Or create a passkey: it opens with this device's fingerprint, face or PIN.",
  createPasskey: "Create a passkey",
  passkeyName: "Name of the passkey",
  passkeyNameHint: "To recognise it by: “Office laptop”.",
  codesTitle: "Keep your recovery codes",
  codesLead:
    "Each works once, in case you lose the telephone. They are shown only now: print them or keep them somewhere safe.",
  codesKept: "I have kept them",
  confirm: "Confirm that it is you",
  confirmLead: "What you are about to do changes who can get in. Show once more that it is you.",
  password: "Password",
  passwordWrong: "The password is not right.",
  codeWrong: "The code is not right, was used already or has expired. Wait for the next one.",
  codeTries: "Too many codes were tried. Wait a quarter of an hour.",
  tooMany: "Too many attempts. Wait some minutes and try again.",
  security: "Security of your account",
  back: "Back to the workspace",
  passwordTitle: "Password",
  passwordNone: "Your account has no password: you sign in another way.",
  passwordByLink:
    "You came in by a one-time link: you may choose a new password without giving the one before.",
  currentPassword: "Current password",
  newPassword: "New password",
  changePassword: "Change password",
  passwordChanged: "The password has changed. The other sessions were ended.",
  appTitle: "Authenticator app",
  appOn: "On: you are asked for a code when you sign in.",
  appOff: "It is not on.",
  appSetUp: "Turn on",
  appRemove: "Remove the app",
  appRemoved: "The authenticator app was removed.",
  appNeeded: "Your role requires a second step: add a passkey first.",
  lastNeeded: "Your role requires a second step, and this is the last one you have.",
  codesLeft: (n) =>
    n === 0
      ? "You have no recovery codes left."
      : n === 1
        ? "You have 1 recovery code left."
        : `You have ${n} recovery codes left.`,
  codesRenew: "Make new codes",
  passkeysTitle: "Passkeys",
  passkeysNone: "You have none.",
  passkeysLead: "A passkey takes the place of password and code.",
  passkeysScript: "Creating a passkey needs JavaScript.",
  rename: "Rename",
  nameOf: (name) => `Name of “${name}”`,
  remove: "Remove",
  removeNamed: (name) => `Remove “${name}”`,
  passkeyAdded: "The passkey was added.",
  passkeyRemoved: "The passkey was removed.",
  passkeyRenamed: "The name has changed.",
  created: (when) => `created on ${when}`,
  used: (when) => `used on ${when}`,
  neverUsed: "not used yet",
  sessionsTitle: "Open sessions",
  thisOne: "this session",
  sessionFrom: (source) => `from ${source}`,
  sessionUsed: (when) => `last used: ${when}`,
  sessionBy: (method) => `signed in with ${methodsEn[method]}`,
  endSession: "End",
  endSessionNamed: (device) => `End the session of ${device}`,
  endOthers: "End all the others",
  sessionEnded: "The session was ended.",
  othersEnded: "The other sessions were ended.",
  device: (browser, system) =>
    browser === null && system === null
      ? "Unknown device"
      : [browser ?? "Browser", system === null ? null : `on ${system}`].filter(Boolean).join(" "),
  signOn: (label) => `Sign in with ${label}`,
  signOnAway: (label) =>
    `${label} does not answer at the moment. Sign in with your password, or try again later.`,
  signOnFailed: (label) => `Signing in with ${label} did not work. Try again.`,
  signOnUnknown: (label) =>
    `Your ${label} account is not invited to any desk. Ask whoever administers yours for an invitation.`,
};

/** The pages of the second proof, of security, and of single sign-on. */
export const proofWords: Readonly<Record<Language, typeof es>> = { es, en };
