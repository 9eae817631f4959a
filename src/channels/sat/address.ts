/** Where the SAT answers, for whoever sets it so: `PLAZO_SAT_STATUS=sat`. */
export const satAddress =
  "https://consultaqr.facturaelectronica.sat.gob.mx/ConsultaCFDIService.svc";
