import { Link } from "@tanstack/react-router";
import { Suspense } from "react";
import { Button } from "react-aria-components";
import { may } from "../../core/access/may.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { lazily } from "../app/lazily.ts";
import { Icon } from "../ui/icons.tsx";
import { RailButton } from "./rail.tsx";
import type { useRail } from "./rail.tsx";
import { SearchBox } from "./search.tsx";

// What opens over the page brings much with it, and is not what one came for: it follows.
const DeskSwitch = lazily(() => import("./desk-switch.tsx"), "DeskSwitch");
const PersonMenu = lazily(() => import("./person.tsx"), "PersonMenu");
interface Bar {
  readonly menu: boolean;
  readonly onMenu: () => void;
  readonly onHelp: () => void;
  readonly rail: ReturnType<typeof useRail>;
}

/** The bar on top: which desk, what is sought, a new ticket, who one is. */
export function TopBar({ menu, onMenu, onHelp, rail }: Bar) {
  const { words, text } = useWords();
  const { desk, roles } = useDesk();
  return (
    <header className="top">
      <button
        type="button"
        className="icon-button menu-button"
        aria-label={words.shell.menu}
        aria-expanded={menu}
        aria-controls="side"
        onClick={onMenu}
      >
        <Icon name={menu ? "close" : "menu"} />
      </button>
      <RailButton {...rail} />
      <h1 className="brand">{words.shell.product}</h1>
      <Suspense fallback={<span className="desk-name">{text(desk.name)}</span>}>
        <DeskSwitch />
      </Suspense>
      <SearchBox onHelp={onHelp} />
      <div className="top-acts">
        {desk.sees === "assigned" || !may(roles, "ticket.write") ? null : (
          <Link to="/d/$desk/nuevo" params={{ desk: desk.id }} className="button main new-ticket">
            <Icon name="add" /> <span>{words.takeDown.title}</span>
          </Link>
        )}
        <Button className="icon-button" aria-label={words.shell.shortcuts} onPress={onHelp}>
          <Icon name="keyboard" />
        </Button>
        <Suspense fallback={<span className="person-button" />}>
          <PersonMenu />
        </Suspense>
      </div>
    </header>
  );
}
