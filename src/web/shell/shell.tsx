import { Outlet } from "@tanstack/react-router";
import { Suspense, memo, useEffect, useState } from "react";
import { usePutBack } from "../acts/underway.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { lazily } from "../app/lazily.ts";
import { openBox } from "../search/opened.ts";
import { Away } from "./away.tsx";
import { useCardTables } from "./card-tables.ts";
import { Places } from "./places.tsx";
import { useRail } from "./rail.tsx";
import { SavedViews } from "./saved-views.tsx";
import { useShortcuts } from "./shortcuts.ts";
import { TopBar } from "./top-bar.tsx";
import { Views } from "./views.tsx";

// What opens over the page is not what one came for: it follows.
const ShortcutHelp = lazily(() => import("./shortcut-help.tsx"), "ShortcutHelp");

const PutBack = lazily(() => import("../acts/put-back.tsx"), "PutBack");

/** The frame around everything at a desk: lists and sections on the left, search on top. */
export const Shell = memo(function Shell() {
  const { words, text } = useWords();
  const { desk, me } = useDesk();
  const hasBack = usePutBack(desk.id, me.id).length > 0;
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
      <TopBar
        menu={menu}
        onMenu={() => setMenu(!menu)}
        onHelp={() => setHelping(true)}
        rail={rail}
      />
      <div
        className="side"
        id="side"
        role="presentation"
        onClick={({ target }) => {
          if (target instanceof Element && target.closest("a") !== null) setMenu(false);
        }}
      >
        <Views />
        <SavedViews />
        <Places />
      </div>
      <main id="content" className="content" tabIndex={-1}>
        <div>
          <Away />
          <Suspense>{hasBack ? <PutBack /> : null}</Suspense>
        </div>
        <Outlet />
      </main>
      <Suspense>{helping ? <ShortcutHelp onClose={() => setHelping(false)} /> : null}</Suspense>
    </div>
  );
});
