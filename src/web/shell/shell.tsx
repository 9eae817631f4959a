import { Link, Outlet, useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { Button } from "react-aria-components";
import { may } from "../../core/access/may.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { Icon } from "../ui/icons.tsx";
import { Away } from "./away.tsx";
import { useCardTables } from "./card-tables.ts";
import { DeskSwitch } from "./desk-switch.tsx";
import { PersonMenu } from "./person.tsx";
import { Places } from "./places.tsx";
import { RailButton, useRail } from "./rail.tsx";
import { SavedViews } from "./saved-views.tsx";
import { SearchBox, focusSearch } from "./search.tsx";
import { ShortcutHelp } from "./shortcut-help.tsx";
import { useShortcuts } from "./shortcuts.ts";
import { Views } from "./views.tsx";

/** The frame around everything at a desk: lists and sections on the left, search on top. */
export function Shell() {
  const { words, text } = useWords();
  const { desk, roles } = useDesk();
  const rail = useRail();
  const navigate = useNavigate();
  const [helping, setHelping] = useState(false);
  const [menu, setMenu] = useState(false);
  useShortcuts({ "/": focusSearch, "?": () => setHelping(true) });
  useSearchKey();
  useCardTables();
  const name = text(desk.name);
  useEffect(() => {
    document.title = `${name} · ${words.shell.product}`;
  }, [name, words]);
  return (
    <div className="shell" data-menu={menu} data-rail={rail.isNarrow ? "narrow" : "wide"}>
      <a className="skip" href="#content">
        {words.shell.skip}
      </a>
      <header className="top">
        <button
          type="button"
          className="icon-button menu-button"
          aria-label={words.shell.menu}
          aria-expanded={menu}
          aria-controls="side"
          onClick={() => setMenu(!menu)}
        >
          <Icon name={menu ? "close" : "menu"} />
        </button>
        <RailButton {...rail} />
        <h1 className="brand">{words.shell.product}</h1>
        <DeskSwitch />
        <SearchBox
          onSearch={(q) => {
            const search = q === "" ? { view: "open" as const } : { view: "open" as const, q };
            void navigate({ to: "/d/$desk", params: { desk: desk.id }, search });
          }}
        />
        <div className="top-acts">
          {desk.sees === "assigned" || !may(roles, "ticket.write") ? null : (
            <Link to="/d/$desk/nuevo" params={{ desk: desk.id }} className="button main new-ticket">
              <Icon name="add" /> <span>{words.takeDown.title}</span>
            </Link>
          )}
          <Button
            className="icon-button"
            aria-label={words.shell.shortcuts}
            onPress={() => setHelping(true)}
          >
            <Icon name="keyboard" />
          </Button>
          <PersonMenu />
        </div>
      </header>
      <div className="side" id="side" onClick={() => setMenu(false)} role="presentation">
        <Views />
        <SavedViews />
        <Places />
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
