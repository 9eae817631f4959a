/** What the client reads about an invoice that is attached, before sending. */
export const invoiceFormWords = {
  es: {
    check: "Revisar los archivos antes de enviar",
    found: (name: string) => `Revisamos ${name}`,
    never: "Puede enviar su solicitud de todos modos.",
  },
  en: {
    check: "Check the files before sending",
    found: (name: string) => `We checked ${name}`,
    never: "You can send your request all the same.",
  },
} as const;
