import { Outlet, useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Away } from "./away.tsx";
import { Places } from "./places.tsx";
import { SearchBox, focusSearch } from "./search.tsx";
import { ShortcutHelp } from "./shortcut-help.tsx";
import { useShortcuts } from "./shortcuts.ts";
import { Views } from "./views.tsx";

/** The frame around everything at a desk: lists and sections on the left, search on top. */
export function Shell() {
  const { words, text } = useWords();
  const { desk } = useDesk();
  const navigate = useNavigate();
  const [helping, setHelping] = useState(false);
  const [menu, setMenu] = useState(false);
  useShortcuts({ "/": focusSearch, "?": () => setHelping(true) });
  useSearchKey();
  const name = text(desk.name);
  useEffect(() => {
    document.title = `${name} · ${words.shell.product}`;
  }, [name, words]);
  return (
    <div className="shell" data-menu={menu}>
      <a className="skip" href="#content">
        {words.shell.skip}
      </a>
      <header className="top">
        <button
          type="button"
          className="button quiet menu-button"
          aria-expanded={menu}
          aria-controls="side"
          onClick={() => setMenu(!menu)}
        >
          {words.shell.menu}
        </button>
        <h1 className="brand">
          {words.shell.product} <span>{name}</span>
        </h1>
        <SearchBox
          onSearch={(q) => {
            const search = q === "" ? { view: "open" as const } : { view: "open" as const, q };
            void navigate({ to: "/d/$desk", params: { desk: desk.id }, search });
          }}
        />
      </header>
      <div className="ruler" aria-hidden="true" />
      <div className="side" id="side" onClick={() => setMenu(false)} role="presentation">
        <Views />
        <Places onHelp={() => setHelping(true)} />
      </div>
      <main id="content" className="content" tabIndex={-1}>
        <Away />
        <Outlet />
      </main>
      {helping ? <ShortcutHelp onClose={() => setHelping(false)} /> : null}
    </div>
  );
}

/** Ctrl+K (or ⌘K) goes to the search box from anywhere, fields included. */
function useSearchKey(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      focusSearch();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}
