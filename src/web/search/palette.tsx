import { useEffectEvent, useLayoutEffect, useRef, useState } from "react";
import {
  Autocomplete,
  Button,
  Dialog,
  Header,
  Heading,
  Input,
  Keyboard,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
} from "react-aria-components";
import type { Language } from "../../core/policy/text.ts";
import { searchWords } from "../../words/workspace/search.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Icon } from "../ui/icons.tsx";
import { completionsOf } from "./filter-entries.ts";
import { LineWords, nameOfLine } from "./line.tsx";
import { closeBox, takeEarly } from "./opened.ts";
import { recentlyChosen } from "./recent.ts";
import { sectionsOf } from "./sections.ts";
import type { Line, Section } from "./sections.ts";
import { useChoose } from "./use-choose.ts";
import { useEntries } from "./use-entries.ts";
import { useFound } from "./use-found.ts";
import "../ui/search.css";

interface Opening {
  /** What stands in the box already: what the list behind it is of. */
  readonly first: string;
  readonly onHelp: () => void;
}

/**
 * The one box that finds and does: tickets, clients, verbs, places, preferences. Verbs and what this
 * screen knows are there at once; the server's answers come after them and move nothing.
 */
export function Palette(opening: Opening) {
  const { language } = useWords();
  return (
    <ModalOverlay
      className="overlay box-overlay"
      isOpen
      isDismissable
      onOpenChange={(open) => !open && closeBox()}
    >
      <Modal className="modal box-modal">
        <Dialog className="dialog box">
          <Heading slot="title" className="unseen">
            {searchWords[language].title}
          </Heading>
          <Box {...opening} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Box({ first, onHelp }: Opening) {
  const { language, text } = useWords();
  const { desk } = useDesk();
  const [written, setWritten] = useState(first);
  const [recent] = useState(() => recentlyChosen(desk.id));
  const found = useFound(desk.id, written);
  const entries = useEntries(onHelp);
  const completions = completionsOf(written, { desk, language, text });
  const sections = sectionsOf({ written, ...entries, ...found, recent, completions });
  // What is chosen with Ctrl (or ⌘) held is opened beside.
  const isBeside = useRef(false);
  const choose = useChoose({ written, entries: [...entries.acts, ...entries.others], setWritten });
  const hear = ({ ctrlKey, metaKey }: { readonly ctrlKey: boolean; readonly metaKey: boolean }) =>
    void (isBeside.current = ctrlKey || metaKey);
  const { tickets, articles, organisations, contacts } = found;
  const count = tickets.length + articles.length + organisations.length + contacts.length;
  const isBlank = written.trim() === "";
  return (
    <div
      className="box-inside"
      role="presentation"
      onKeyDownCapture={hear}
      onPointerUpCapture={hear}
    >
      <Autocomplete inputValue={written} onInputChange={setWritten}>
        <Top
          onReady={() => {
            const early = takeEarly();
            if (early !== "") setWritten(early);
          }}
        />
        {/* What scrolls can be reached and scrolled by itself (WCAG 2.1.1). */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls */}
        <section className="box-lines" aria-label={searchWords[language].results} tabIndex={0}>
          <Menu
            className="box-menu"
            aria-label={searchWords[language].results}
            items={sections}
            onAction={(key) => {
              const line = sections.flatMap(({ lines }) => lines).find(({ id }) => id === key);
              if (line !== undefined) choose(line, isBeside.current);
            }}
          >
            {(section) => <Lines section={section} folio={entries.folio} written={written} />}
          </Menu>
        </section>
      </Autocomplete>
      <output className="unseen">
        {isBlank || found.isSearching ? "" : searchWords[language].count(count)}
      </output>
      <Foot {...found} isNothing={!isBlank && count === 0} />
    </div>
  );
}

/** Where one writes: it has the focus from the first moment. */
function Top({ onReady }: { readonly onReady: () => void }) {
  const { language } = useWords();
  const say = searchWords[language];
  const input = useRef<HTMLInputElement>(null);
  const ready = useEffectEvent(onReady);
  // Before any other stroke is heard: one between the focus and the words that came early would be written instead of them.
  useLayoutEffect(() => {
    input.current?.focus();
    input.current?.select();
    ready();
  }, []);
  return (
    <div className="box-top">
      <SearchField className="search" aria-label={say.box}>
        <Icon name="search" />
        <Input ref={input} placeholder={say.hint} maxLength={200} />
        <Button className="clear" aria-label={say.clear}>
          <Icon name="close" />
        </Button>
      </SearchField>
      <Button className="button quiet box-close" onPress={closeBox}>
        {say.close}
      </Button>
    </div>
  );
}

interface Drawn {
  readonly section: Section;
  readonly folio: string | null;
  readonly written: string;
}

function Lines({ section, folio, written }: Drawn) {
  const { language } = useWords();
  const say = searchWords[language];
  const { id: name, lines } = section;
  const heading = headingOf(name, folio, language);
  return (
    <MenuSection
      // A line may be called as its section is: in one collection no two are.
      id={`section ${name}`}
      className="box-section"
      {...(heading === null ? { "aria-label": say.results } : {})}
    >
      {heading === null ? null : <Header className="box-heading">{heading}</Header>}
      {lines.map((line) => (
        <Choice key={line.id} line={line} written={written} />
      ))}
    </MenuSection>
  );
}

function headingOf(name: Section["id"], folio: string | null, language: Language): string | null {
  const { groups } = searchWords[language];
  if (name === "all") return null;
  if (name === "acts") return groups.acts(folio ?? "");
  return groups[name === "more" ? "go" : name];
}

function Choice({ line, written }: { readonly line: Line; readonly written: string }) {
  const { language, text } = useWords();
  const all = searchWords[language].all(written.trim());
  return (
    <MenuItem
      id={line.id}
      textValue={line.is === "all" ? all : nameOfLine(line, text)}
      className={line.is === "ticket" ? "box-line is-ticket" : "box-line"}
    >
      {line.is === "all" ? (
        <>
          <Icon name="search" />
          <span className="box-name">{all}</span>
        </>
      ) : (
        <LineWords line={line} />
      )}
    </MenuItem>
  );
}

interface Standing {
  readonly isSearching: boolean;
  readonly isAway: boolean;
  readonly isWhole: boolean;
  readonly isNothing: boolean;
}

/** How the search stands, and the keys. */
function Foot({ isSearching, isAway, isWhole, isNothing }: Standing) {
  const { language } = useWords();
  const say = searchWords[language];
  const { keys } = say;
  const states: readonly (readonly [holds: boolean, said: string])[] = [
    [isAway, say.offline],
    [isSearching, say.searching],
    [isNothing, say.nothing],
    [!isWhole, say.partial],
  ];
  const [, state = ""] = states.find(([holds]) => holds) ?? [];
  return (
    <footer className="box-foot">
      <span>{state}</span>
      <span className="box-keys" aria-hidden="true">
        <Keyboard>↑↓</Keyboard> {keys.go} <Keyboard>Enter</Keyboard> {keys.open}{" "}
        <Keyboard>Ctrl Enter</Keyboard> {keys.beside} <Keyboard>Esc</Keyboard> {keys.close}
      </span>
    </footer>
  );
}
