import { useSearch } from "@tanstack/react-router";
import { Suspense, useEffect } from "react";
import { Button } from "react-aria-components";
import { searchWords } from "../../words/workspace/search.ts";
import { useWords } from "../app/language.tsx";
import { lazily } from "../app/lazily.ts";
import { openBox, useBoxOpened } from "../search/opened.ts";
import { Icon } from "../ui/icons.tsx";

// Fetched once the page stands still, so that the first stroke finds it there.
const Palette = lazily(() => import("../search/palette.tsx"), "Palette");

/** The box that finds and does, from anywhere; what a list is of stays in the page's address. */
export function SearchBox({ onHelp }: { readonly onHelp: () => void }) {
  const { language } = useWords();
  const { q = "" } = useSearch({ strict: false });
  const isOpen = useBoxOpened();
  const say = searchWords[language];
  useSearchKey();
  useEffect(() => {
    const idle = setTimeout(Palette.ahead, 1_500);
    return () => clearTimeout(idle);
  }, []);
  return (
    <>
      <Button className="search box-button" aria-keyshortcuts="/ Control+K" onPress={openBox}>
        <Icon name="search" />
        <span className="box-said">{q === "" ? say.box : q}</span>
        <kbd aria-hidden="true">Ctrl K</kbd>
      </Button>
      {isOpen ? (
        <Suspense>
          <Palette first={q} onHelp={onHelp} />
        </Suspense>
      ) : null}
    </>
  );
}

/** Ctrl+K (or ⌘K) opens it from anywhere, fields included. */
function useSearchKey(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      openBox();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}
