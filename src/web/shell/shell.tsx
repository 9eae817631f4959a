import { Link, Outlet } from "@tanstack/react-router";
import { Suspense, lazy, useEffect, useState } from "react";
import { Button } from "react-aria-components";
import { may } from "../../core/access/may.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { openBox } from "../search/opened.ts";
import { Icon } from "../ui/icons.tsx";
import { Away } from "./away.tsx";
import { useCardTables } from "./card-tables.ts";
import { Places } from "./places.tsx";
import { RailButton, useRail } from "./rail.tsx";
import { SavedViews } from "./saved-views.tsx";
import { SearchBox } from "./search.tsx";
import { useShortcuts } from "./shortcuts.ts";
import { Views } from "./views.tsx";

// What opens over the page brings much with it, and is not what one came for: it follows.
const DeskSwitch = lazy(async () => ({ default: (await import("./desk-switch.tsx")).DeskSwitch }));
const PersonMenu = lazy(async () => ({ default: (await import("./person.tsx")).PersonMenu }));
const ShortcutHelp = lazy(async () => ({
  default: (await import("./shortcut-help.tsx")).ShortcutHelp,
}));

/** The frame around everything at a desk: lists and sections on the left, search on top. */
export function Shell() {
  const { words, text } = useWords();
  const { desk, roles } = useDesk();
  const rail = useRail();
  const [helping, setHelping] = useState(false);
  const [menu, setMenu] = useState(false);
  useShortcuts({ "/": openBox, "?": () => setHelping(true) });
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
        <Suspense fallback={<span className="desk-name">{name}</span>}>
          <DeskSwitch />
        </Suspense>
        <SearchBox onHelp={() => setHelping(true)} />
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
          <Suspense fallback={<span className="person-button" />}>
            <PersonMenu />
          </Suspense>
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
      <Suspense>{helping ? <ShortcutHelp onClose={() => setHelping(false)} /> : null}</Suspense>
    </div>
  );
}
