/** What a call that is due is called in a list of tickets. */
export const callWords = { es: "Llamar al cliente", en: "Call the client" } as const;
