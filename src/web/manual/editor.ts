import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { HighlightStyle, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import type { Diagnostic } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState } from "@codemirror/state";
import {
  EditorView,
  drawSelection,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { tags } from "@lezer/highlight";
import type { PackMark } from "../../contract/policy.ts";

/** A place in the text, counted from 1. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** The pack's text on the screen. */
export interface SourceText {
  /**
   * Shows a text that was written elsewhere, putting it in place of what differs; it can be undone. One
   * that was told by `onChange` comes back late, when more has been written since: it is no news.
   */
  show(source: string): void;
  mark(marks: readonly PackMark[]): void;
  goTo(place: TextPlace): void;
  destroy(): void;
}

interface Mounting {
  readonly parent: HTMLElement;
  readonly source: string;
  readonly label: string;
  readonly editable: boolean;
  readonly onChange: (source: string) => void;
}

const colours = HighlightStyle.define([
  { tag: tags.comment, color: "var(--soft)", fontStyle: "italic" },
  { tag: tags.definition(tags.propertyName), color: "var(--accent)", fontWeight: "600" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--kept)" },
  { tag: [tags.punctuation, tags.separator, tags.squareBracket, tags.brace], color: "var(--soft)" },
]);

const look = EditorView.theme({
  "&": {
    height: "100%",
    color: "var(--ink)",
    backgroundColor: "var(--sheet)",
    fontSize: "0.875rem",
  },
  "&.cm-focused": { outline: "2px solid var(--focus)", outlineOffset: "-2px" },
  ".cm-scroller": { fontFamily: "ui-monospace, 'DejaVu Sans Mono', monospace", lineHeight: "1.55" },
  ".cm-content": { caretColor: "var(--ink)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": {
    backgroundColor: "var(--paper)",
    color: "var(--soft)",
    borderRight: "1px solid var(--line)",
  },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--wash)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground":
    { backgroundColor: "color-mix(in srgb, var(--focus) 28%, transparent)" },
  ".cm-tooltip, .cm-panels": {
    backgroundColor: "var(--raised)",
    color: "var(--ink)",
    border: "1px solid var(--edge)",
  },
});

/**
 * Mounts the editor in a shadow root: its styles are then adopted sheets, which the page's policy
 * (`style-src 'self'`) lets through, as it would not let a `<style>` element.
 */
export function mountSource({ parent, source, label, editable, onChange }: Mounting): SourceText {
  const told: string[] = [];
  const root = parent.shadowRoot ?? parent.attachShadow({ mode: "open" });
  const view = new EditorView({
    parent: root as unknown as HTMLElement,
    root,
    state: EditorState.create({
      doc: source,
      extensions: [
        lineNumbers(),
        lintGutter(),
        history(),
        drawSelection(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        highlightSelectionMatches(),
        search({ top: true }),
        indentUnit.of("  "),
        yaml(),
        syntaxHighlighting(colours),
        look,
        EditorView.lineWrapping,
        EditorView.editable.of(true),
        EditorState.readOnly.of(!editable),
        EditorView.contentAttributes.of({
          "aria-label": label,
          tabindex: "0",
          spellcheck: "false",
        }),
        // Tab leaves the text, as everywhere: nobody is caught in it.
        keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap]),
        EditorView.updateListener.of((update) => {
          if (!update.docChanged) return;
          const written = update.state.doc.toString();
          told.push(written);
          onChange(written);
        }),
      ],
    }),
  });
  return {
    show(text) {
      const at = told.indexOf(text);
      if (at >= 0) told.splice(0, at);
      else replaceText(view, text);
    },
    mark: (marks) => view.dispatch(setDiagnostics(view.state, diagnosticsOf(view, marks))),
    goTo(place) {
      const at = offsetOf(view, place);
      view.dispatch({
        selection: { anchor: at },
        effects: EditorView.scrollIntoView(at, { y: "center" }),
      });
      view.focus();
    },
    destroy: () => view.destroy(),
  };
}

/** Only what differs is replaced, so that the cursor and the marks of the rest stay where they are. */
function replaceText(view: EditorView, text: string): void {
  const now = view.state.doc.toString();
  if (now === text) return;
  const most = Math.min(now.length, text.length);
  let from = 0;
  while (from < most && now[from] === text[from]) from += 1;
  let end = 0;
  while (end < most - from && now.at(-1 - end) === text.at(-1 - end)) end += 1;
  view.dispatch({
    changes: { from, to: now.length - end, insert: text.slice(from, text.length - end) },
  });
}

function offsetOf({ state: { doc } }: EditorView, { line, column }: TextPlace): number {
  const found = doc.line(Math.min(Math.max(1, line), doc.lines));
  return Math.min(found.from + Math.max(0, column - 1), found.to);
}

function diagnosticsOf(view: EditorView, marks: readonly PackMark[]): Diagnostic[] {
  return marks
    .filter(({ file }) => file === "policy.yaml")
    .map(({ line, column, level, words }) => {
      const from = offsetOf(view, { line, column });
      const { to } = view.state.doc.lineAt(from);
      const severity = level === "error" || level === "warning" ? level : "info";
      return { from, to: Math.max(from, to), severity, message: words } as const;
    })
    .toSorted((a, b) => a.from - b.from);
}
