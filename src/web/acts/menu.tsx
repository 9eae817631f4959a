import { useState } from "react";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import type { TicketDetail } from "../../contract/ticket.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import type { WorkspaceWords } from "../../words/workspace/words.ts";
import { Icon } from "../ui/icons.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { Assign } from "./assign.tsx";
import { Classify } from "./classify.tsx";
import { Close } from "./close.tsx";
import { Link } from "./link.tsx";
import { LogCall } from "./log-call.tsx";
import { Merge } from "./merge.tsx";
import { Rebind } from "./rebind.tsx";
import { Route } from "./route.tsx";
import { Schedule } from "./schedule.tsx";
import { useAct } from "./use-act.ts";
import { AskLevel } from "./words-to-level.tsx";
import { Verify } from "./verify.tsx";
import { Admit, Wait } from "./with-note.tsx";

const dialogs = {
  admit: Admit,
  verify: Verify,
  classify: Classify,
  assign: Assign,
  route: Route,
  "ask-level": AskLevel,
  wait: Wait,
  schedule: Schedule,
  "log-call": LogCall,
  link: Link,
  merge: Merge,
  rebind: Rebind,
  close: Close,
} as const;

type Asked = keyof typeof dialogs;
type Item = Asked | "assignToMe" | "unassign" | "resume";

const order: readonly Item[] = [
  "admit",
  "verify",
  "assignToMe",
  "assign",
  "unassign",
  "classify",
  "route",
  "ask-level",
  "resume",
  "log-call",
  "wait",
  "schedule",
  "link",
  "merge",
  "rebind",
  "close",
];

/** What else can be done to a ticket: only what it takes now. */
export function ActMenu({ ticket }: { readonly ticket: TicketDetail }) {
  const { words } = useWords();
  const { me } = useDesk();
  const [asked, setAsked] = useState<Asked | null>(null);
  const { act, problem } = useAct(ticket, () => {});
  const items = order.filter((item) => isOffered(item, ticket, me.id));
  if (items.length === 0) return null;
  const choose = (item: Item): void => {
    if (item === "assignToMe") void act("assign", { to: me.id });
    else if (item === "unassign") void act("assign", { to: null });
    else if (item === "resume") void act("resume", {});
    else setAsked(item);
  };
  const Asking = asked === null ? null : dialogs[asked];
  return (
    <div className="act-menu">
      {items.includes("assignToMe") ? (
        <Button className="button quiet" onPress={() => choose("assignToMe")}>
          {words.acts.assignToMe}
        </Button>
      ) : null}
      <MenuTrigger>
        <Button className="button quiet">
          {words.acts.menu} <Icon name="down" />
        </Button>
        <Popover className="popover" placement="bottom end">
          <Menu
            className="options"
            aria-label={words.acts.menu}
            onAction={(key) => choose(order.find((item) => item === key) ?? "classify")}
          >
            {items.map((item) => (
              <MenuItem
                key={item}
                id={item}
                className={item === "close" ? "option danger-text" : "option"}
              >
                {wordsOf(item, words)}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      <ProblemNotice problem={problem} />
      {Asking === null ? null : <Asking ticket={ticket} onClose={() => setAsked(null)} />}
    </div>
  );
}

function isOffered(item: Item, { acts, routes, row }: TicketDetail, me: string): boolean {
  switch (item) {
    case "assignToMe":
      return acts.includes("assign") && row.assignee?.id !== me;
    case "unassign":
      return acts.includes("assign") && row.assignee !== null;
    case "route":
      return acts.includes("route") && routes.length > 0;
    default:
      return acts.includes(item);
  }
}

function wordsOf(item: Item, { acts }: WorkspaceWords): string {
  return acts[item];
}
