const es = {
  "no-such-view": "No existe esa vista.",
  "views-too-many": "Ya hay 50 vistas de ese tipo. Quite alguna antes de guardar otra.",
  "view-name-taken": "Ya hay una vista con ese nombre.",
  "no-such-bulk": "No existe ese acto en bloque.",
  "bulks-too-many": "Ya tiene tres actos en bloque en curso. Espere a que termine alguno.",
  "bulk-not-undoable": "Esto no se puede deshacer.",
  "bulk-undone-already": "Ya se deshizo.",
  "bulk-started": "Ya empezó: deshaga lo que se hizo.",
  "already-so": "Ya está así.",
  "changed-since": "Alguien lo cambió después: se queda como está.",
  "bulk-fault": "Algo falló con este ticket; no se hizo nada en él.",
  "bulk-stopped": "Se detuvo antes de llegar a este ticket.",
  "text-missing": "Falta el texto en el idioma de este cliente.",
  "no-such-incident": "Ese ticket no es un incidente masivo.",
  "incident-over": "Ese incidente ya se cerró.",
  "incident-of-another": "Ese ticket ya es parte de otro incidente.",
  "incident-itself": "Un incidente no es parte de otro.",
  "not-a-part": "Ese ticket no es parte de ese incidente.",
};

const en: Readonly<Record<keyof typeof es, string>> = {
  "no-such-view": "There is no such view.",
  "views-too-many": "There are 50 views of that kind already. Remove one before you keep another.",
  "view-name-taken": "There is a view of that name already.",
  "no-such-bulk": "There is no such act on many tickets.",
  "bulks-too-many": "You have three acts on many tickets under way. Wait until one ends.",
  "bulk-not-undoable": "This cannot be undone.",
  "bulk-undone-already": "It was undone already.",
  "bulk-started": "It has begun: undo what was done.",
  "already-so": "It is so already.",
  "changed-since": "Somebody changed it since: it stays as it is.",
  "bulk-fault": "Something failed with this ticket; nothing was done to it.",
  "bulk-stopped": "It was stopped before this ticket's turn.",
  "text-missing": "There is no text in this client's language.",
  "no-such-incident": "That ticket is no mass incident.",
  "incident-over": "That incident is closed.",
  "incident-of-another": "That ticket is part of another incident.",
  "incident-itself": "An incident is no part of another.",
  "not-a-part": "That ticket is no part of that incident.",
};

/** Why a list is not kept, and why an act on many tickets or a mass incident does not go on, in words. */
export const queueWorkRefusals = { es, en } as const;
