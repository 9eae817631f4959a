/** What follows of a ticket: levels that ask, steps, turns, in Spanish. */
export const followingEs = {
  title: "Lo que sigue",
  level: (level: string) => `Por su severidad o su tipo, lo atiende ${level}.`,
  routeTo: (level: string) => `Turnar a ${level}`,
  asked: (level: string, when: string) =>
    `${level} pidió detalles el ${when} y espera la respuesta.`,
  call: (when: string) => `Llame al cliente y dele la causa y la solución: desde el ${when}.`,
  callAgain: (when: string) => `No contestó. Vuelva a llamar desde el ${when}.`,
  mail: (when: string) => `La solución sale por correo el ${when}.`,
  account: {
    pending: "Se pide una cuenta. Compare los datos y acéptela, o diga por qué no.",
    accepted:
      "La cuenta está aceptada; su contacto, registrado y avisado por correo. Falta la solución del ticket.",
    refused: "La cuenta no se aceptó.",
  },
  doStep: "Marcar como hecho",
  byAct: {
    "do-step": "",
    "hand-back": "Se hace al devolver con causa y solución.",
    solve: "Se hace al dar la solución al cliente.",
  },
  desk: "la mesa",
  inTurn:
    "A este cliente se le llama primero: escriba la causa y la solución, y después registre la llamada.",
};

/** The same in English. */
export const followingEn: typeof followingEs = {
  title: "What comes next",
  level: (level: string) => `By its severity or its kind, ${level} takes it.`,
  routeTo: (level: string) => `Route to ${level}`,
  asked: (level: string, when: string) =>
    `${level} asked for details on ${when} and waits for the answer.`,
  call: (when: string) => `Call the client and tell cause and solution: from ${when} on.`,
  callAgain: (when: string) => `Nobody answered. Call again from ${when} on.`,
  mail: (when: string) => `The solution leaves by mail on ${when}.`,
  account: {
    pending: "An account is asked for. Compare the data and accept it, or say why not.",
    accepted:
      "The account is accepted, its contact registered and told by mail. What lacks is the ticket's solution.",
    refused: "The account was not accepted.",
  },
  doStep: "Mark as done",
  byAct: {
    "do-step": "",
    "hand-back": "Done by handing back with cause and solution.",
    solve: "Done by giving the client the solution.",
  },
  desk: "the desk",
  inTurn: "This client is called first: write cause and solution, and log the call then.",
};
