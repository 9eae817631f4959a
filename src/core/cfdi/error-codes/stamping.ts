/**
 * Errors with which a PAC refuses to stamp or to cancel (RMF, validations of the PAC; web service of
 * cancellation), as `cfdi40`. Three figures mean nothing by themselves: they are recognised in a text
 * only where it says that they are an error. `k` where a PAC's own list says the same.
 */
export const stamping = `
301|k||El XML está mal formado o no cumple con el esquema.|The XML is malformed or breaks its schema.|Revisar la estructura y los datos obligatorios.|Look at its structure and required data.
302|k|Sello|El sello está mal formado o no es válido.|The seal is malformed or invalid.|Volver a sellar sin editar el XML después.|Seal it again, and do not edit the XML afterwards.
303|k|Certificado|El sello no es del emisor: el certificado es de otro RFC.|The seal is not the issuer's: the certificate is of another RFC.|Sellar con el CSD del emisor.|Seal it with the issuer's CSD.
304|k|Certificado|El certificado está revocado o caduco.|The certificate is revoked or expired.|Tramitar o usar un CSD vigente.|Get or use a valid CSD.
305|k|Fecha|La fecha no está dentro de la vigencia del certificado.|The date is not within the certificate's validity.|Usar un CSD vigente, o corregir la fecha.|Use a valid CSD, or correct the date.
306|k|Certificado|El certificado no es un CSD: es de la e.firma.|The certificate is no CSD: it is of the e.firma.|Sellar con un CSD.|Seal it with a CSD.
307|k||El CFDI ya trae un timbre.|The CFDI has a stamp already.|No volver a timbrarlo: usar el que ya está.|Do not stamp it again: use the one it has.
308|l|Certificado|El certificado no fue expedido por el SAT.|The certificate was not issued by the SAT.|Sellar con un CSD del SAT.|Seal it with a CSD of the SAT.
401|l|Fecha|Pasaron más de 72 horas entre la emisión y el timbrado.|More than 72 hours passed between issue and stamping.|Emitir de nuevo con la fecha actual.|Issue it again with the present date.
402|l|Emisor.Rfc|El RFC del emisor no está en el régimen de contribuyentes.|The issuer's RFC is not among the taxpayers who may issue.|Revisar la situación del emisor en el SAT (LCO).|Look at the issuer's standing with the SAT (LCO).
403|l|Fecha|La fecha de emisión es anterior al 1 de enero de 2012.|The date of issue is before 1 January 2012.|Corregir la fecha.|Correct the date.
`;
