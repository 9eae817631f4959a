import { find, valueOf, wordsOf } from "./html.ts";
import type { Element } from "./html.ts";

/** A form of a page, filled in by what its labels say. */
export interface Fillable {
  /** Writes into the box with this label. */
  fill(label: string, text: string): Fillable;
  /** Takes the answer, or ticks the box, with this label. */
  choose(label: string): Fillable;
  attach(label: string, ...files: readonly File[]): Fillable;
  /** What stands in the box with this label. */
  value(label: string): string;
  /** Whether the answer with this label is taken. */
  chosen(label: string): boolean;
  /** Presses its button. */
  submit(): Promise<void>;
}

/** A form as it leaves. */
export interface Sent {
  readonly action: string;
  readonly method: "get" | "post";
  readonly body: FormData | URLSearchParams;
  readonly submitted: URLSearchParams;
}

interface State {
  readonly values: Map<Element, string>;
  readonly ticked: Set<Element>;
  readonly files: Map<Element, readonly File[]>;
}

const written = new Set(["input", "textarea", "select"]);

/** The form in which a button says so. Throws where none does. */
export function fillable(
  page: Element,
  button: string,
  send: (sent: Sent) => Promise<void>,
): Fillable {
  const isButton = (one: Element): boolean => one.tag === "button" && wordsOf(one) === button;
  const form = find(page, ({ tag }) => tag === "form").find(
    (one) => find(one, isButton).length > 0,
  );
  const pressed = form === undefined ? undefined : find(form, isButton)[0];
  if (form === undefined || pressed === undefined)
    throw new Error(`no form has the button "${button}"`);
  const controls = find(form, ({ tag }) => written.has(tag));
  const state: State = {
    values: new Map(controls.map((one) => [one, startOf(one)])),
    ticked: new Set(controls.filter(({ attributes }) => attributes.has("checked"))),
    files: new Map(),
  };
  const labelled = (label: string): Element =>
    byLabel(form, { controls, ticked: state.ticked }, label);
  const filled: Fillable = {
    fill(label, text) {
      state.values.set(labelled(label), text);
      return filled;
    },
    choose(label) {
      const control = labelled(label);
      const name = control.attributes.get("name");
      if (typeOf(control) === "radio")
        for (const other of state.ticked)
          if (typeOf(other) === "radio" && other.attributes.get("name") === name)
            state.ticked.delete(other);
      state.ticked.add(control);
      return filled;
    },
    attach(label, ...files) {
      const control = labelled(label);
      if (typeOf(control) !== "file") throw new Error(`"${label}" takes no files`);
      state.files.set(control, files);
      return filled;
    },
    value: (label) => state.values.get(labelled(label)) ?? "",
    chosen: (label) => state.ticked.has(labelled(label)),
    submit: () => send(sentOf(form, pressed, { controls, state })),
  };
  return filled;
}

/**
 * A label's control: the label stands for it, around it, or in its `aria-label`; "(opcional)" is not
 * part of the name. Of several, the one that the chosen answer shows.
 */
function byLabel(
  form: Element,
  {
    controls,
    ticked,
  }: { readonly controls: readonly Element[]; readonly ticked: ReadonlySet<Element> },
  label: string,
): Element {
  const named = (text: string): boolean =>
    text.replace(/ \((?:opcional|optional)\)$/u, "") === label;
  const labels = find(form, ({ tag }) => tag === "label").filter((one) => named(wordsOf(one)));
  const found = controls.filter(
    (control) =>
      control.attributes.get("aria-label") === label ||
      labels.some(
        (one) =>
          one.attributes.get("for") === (control.attributes.get("id") ?? "#none") ||
          find(one, (inner) => inner === control).length > 0,
      ),
  );
  const answers = [...ticked].map(({ attributes }) => `@${attributes.get("value") ?? ""}`);
  const shown = found.filter(({ attributes }) =>
    answers.some((answer) => attributes.get("name")?.endsWith(answer)),
  );
  const [only, second] = found.length > 1 ? shown : found;
  if (only === undefined || second !== undefined)
    throw new Error(`${found.length} controls are called "${label}"`);
  return only;
}

const typeOf = ({ tag, attributes }: Element): string =>
  tag === "input" ? (attributes.get("type") ?? "text") : tag;

function startOf(control: Element): string {
  if (control.tag === "textarea") return valueOf(control);
  if (control.tag === "input") return control.attributes.get("value") ?? "";
  const options = find(control, ({ tag }) => tag === "option");
  const chosen = options.find(({ attributes }) => attributes.has("selected")) ?? options[0];
  return chosen?.attributes.get("value") ?? "";
}

function sentOf(
  form: Element,
  pressed: Element,
  { controls, state }: { readonly controls: readonly Element[]; readonly state: State },
): Sent {
  const entries = controls.flatMap((one) => entriesOf(one, state));
  const name = pressed.attributes.get("name");
  if (name !== undefined) entries.push([name, pressed.attributes.get("value") ?? ""]);
  const multipart = form.attributes.get("enctype") === "multipart/form-data";
  const data = new FormData();
  for (const [field, value] of entries) data.append(field, value);
  const flat = entries.map(([field, value]): [string, string] => [
    field,
    typeof value === "string" ? value : value.name,
  ]);
  const submitted = new URLSearchParams(flat);
  return {
    action: form.attributes.get("action") ?? "",
    method: form.attributes.get("method") === "post" ? "post" : "get",
    body: multipart ? data : submitted,
    submitted,
  };
}

/** What a control adds to the form (HTML, "constructing the entry list"). */
function entriesOf(control: Element, { values, ticked, files }: State): [string, string | File][] {
  const name = control.attributes.get("name");
  if (name === undefined || control.attributes.has("disabled")) return [];
  const type = typeOf(control);
  const value = values.get(control) ?? "";
  if (type === "radio" || type === "checkbox")
    return ticked.has(control) ? [[name, control.attributes.has("value") ? value : "on"]] : [];
  if (type !== "file") return [[name, value.replace(/\r?\n/gu, "\r\n")]];
  const chosen = files.get(control) ?? [];
  const sent = chosen.length === 0 ? [new File([], "")] : chosen;
  return sent.map((file) => [name, file]);
}
