const es = {
  "no-such-article": "No existe ese artículo.",
  "article-taken": "Ya hay un artículo con ese título. Dele otro o cambie el que ya está.",
  "article-meanwhile":
    "Alguien guardó otra versión mientras usted escribía. Lo suyo sigue aquí: compárelo antes de guardar.",
  "article-of-manual":
    "Un formulario pide consentir este artículo: su texto es parte del manual y cambia con una versión nueva del manual.",
  "article-unchanged": "No hay nada distinto que guardar.",
  "article-name-empty": "El título necesita al menos una letra o una cifra.",
  "article-file-unknown":
    "El texto muestra un archivo que no está. Adjúntelo otra vez o quítelo del texto.",
  "articles-too-many": "La mesa ya tiene 500 artículos.",
  "article-not-differing": "El manual no tiene otro texto para este artículo.",
};

const en: Readonly<Record<keyof typeof es, string>> = {
  "no-such-article": "There is no such article.",
  "article-taken":
    "There is an article with that title already. Give it another, or change the one that is there.",
  "article-meanwhile":
    "Somebody saved another version while you were writing. Yours is still here: compare them before saving.",
  "article-of-manual":
    "A form asks for consent to this article: its text is part of the manual, and changes with a new version of the manual.",
  "article-unchanged": "There is nothing different to save.",
  "article-name-empty": "The title needs at least a letter or a figure.",
  "article-file-unknown":
    "The text shows a file that is not there. Attach it again, or take it out of the text.",
  "articles-too-many": "The desk has 500 articles already.",
  "article-not-differing": "The manual has no other text for this article.",
};

/** Why an article is not kept or shown, in words. */
export const articleRefusals = { es, en } as const;
