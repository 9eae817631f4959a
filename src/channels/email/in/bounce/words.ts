/** Local parts of the addresses that mail servers report from. */
export const daemon =
  /^(mailer-?daemon|postmaster|mail-?daemon|mdaemon|microsoftexchange[0-9a-f]{10,40}|delivery|bounces?)$/iu;

/** Subjects of mail servers that do not deliver: Postfix, Exchange and Outlook in Spanish and English, Gmail, Exim, qmail, Yahoo. */
export const subject =
  /^\s*(undeliver(able|ed)|no se puede entregar|no se pudo entregar|no se ha podido entregar|no se entreg[oó]|mensaje no entregado|correo no entregado|no entregado|error de entrega|delivery status notification|delivery (has )?fail(ed|ure)|mail delivery (failed|failure|system)|mail system error|failure notice|returned mail|returned to sender|aviso de no entrega|mensaje devuelto|notificaci[oó]n de estado de( la)? entrega|delayed mail|entrega retrasada|delivery delayed|warning: message)/iu;

/** What such a message says of a delay: nothing has failed yet. */
export const delay =
  /(delay|retras|will (be )?retr(y|ied)|still being retried|has not yet been delivered|no se ha entregado todav[ií]a)/iu;
