/** What the page of error codes is called where one goes to it. */
export const errorCodesPlace = { es: "Códigos de error", en: "Error codes" } as const;
