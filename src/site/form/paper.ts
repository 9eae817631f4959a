import type { Field, FormRule } from "../../core/policy/form-rule.ts";
import type { PolicyVersion } from "../../core/policy/policy.ts";
import { inLanguage } from "../../core/policy/text.ts";
import type { Language } from "../../core/policy/text.ts";
import { sayList } from "../../words/hours.ts";
import { paperWords } from "../../words/site/paper.ts";
import { formWords } from "../../words/site/form.ts";
import type { Block } from "../document/block.ts";
import { writePdf } from "../document/pdf/write-pdf.ts";

/** A form as it goes on paper, of a version of the manual, in a language. */
export interface FormPaper {
  readonly version: PolicyVersion;
  readonly form: string;
  readonly language: Language;
  /** The address at which the installation is reached. */
  readonly url: string;
}

/**
 * A form of the manual as a tagged PDF to be filled in by hand: who asks, its fields as boxes, the
 * signature, the clauses that ask for it and where it goes. null: the version has no such form.
 */
export async function formPdf(paper: FormPaper): Promise<Uint8Array | null> {
  const { version, language, url } = paper;
  const { policy } = version;
  const form = policy.forms.find(({ id }) => id === paper.form);
  if (form === undefined) return null;
  const w = paperWords[language];
  return writePdf({
    title: inLanguage(form.title, language),
    owner: inLanguage(policy.desk.name, language),
    edition: w.edition(version.number),
    language,
    at: version.effective,
    front: [],
    chapters: blocksOf(paper, form),
    contents: null,
    pageOf: w.pageOf,
    address: (to) => new URL(to, url).href,
  });
}

function blocksOf({ version, language, url }: FormPaper, form: FormRule): Block[] {
  const w = paperWords[language];
  const { policy } = version;
  const path = `/d/${policy.desk.id}/ayuda/${form.id}`;
  const { who } = form;
  const roles = (who?.any ?? []).flatMap((role) => {
    const text = policy.roles?.[role];
    return text === undefined ? [] : [lowered(inLanguage(text, language))];
  });
  const clauses = [...new Set([...form.clause, ...(who?.clause ?? [])])];
  return [
    heading(1, inLanguage(form.title, language)),
    paragraph(inLanguage(policy.desk.name, language), "soft"),
    ...(roles.length === 0 ? [] : [paragraph(w.only(sayList(roles, language, "or")))]),
    ...(clauses.length === 0 ? [] : [paragraph(w.clauses(clauses.join(", ")), "clause")]),
    heading(2, w.whoAsks),
    blank(w.date),
    blank(w.organisation),
    blank(w.name),
    ...(roles.length === 0 ? [] : [blank(w.role)]),
    blank(w.address),
    heading(2, w.what),
    ...form.fields.flatMap((field) => asked(field, language)),
    heading(2, w.signature),
    blank(w.signed, 3),
    heading(2, w.where),
    {
      is: "paragraph",
      runs: [
        { text: `${w.attach} `, style: "plain" },
        { text: `${url}${path}`, style: "plain", to: path },
      ],
    },
    paragraph(w.noPasswords),
  ];
}

/** Kinds that are asked of everybody at the top, or that paper cannot carry. */
const apart: ReadonlySet<string> = new Set(["contact-email", "person-name", "files", "consent"]);

function asked(field: Field, language: Language): Block[] {
  if (apart.has(field.kind)) return [];
  const label = inLanguage(field.label, language);
  const hint = field.help === undefined ? "" : inLanguage(field.help, language);
  const { yes, no } = formWords[language];
  const chosen = field.options.map((option) => inLanguage(option.label, language));
  const options = field.kind === "yes-no" && chosen.length === 0 ? [yes, no] : chosen;
  const lines = options.length > 0 ? 0 : field.kind === "text" ? 4 : 1;
  return [{ is: "blank", label, hint, lines, options }];
}

function blank(label: string, lines = 1): Block {
  return { is: "blank", label, hint: "", lines, options: [] };
}

function heading(level: 1 | 2, text: string): Block {
  const id = level === 2 ? text.toLowerCase().replaceAll(/[^a-z]+/gu, "-") : null;
  return { is: "heading", level, id, runs: [{ text, style: "plain" }] };
}

function paragraph(text: string, style: "plain" | "soft" | "clause" = "plain"): Block {
  return { is: "paragraph", runs: [{ text, style }] };
}

/** A role in the middle of a sentence. */
function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
