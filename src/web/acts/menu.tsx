import { Suspense, useEffect, useState } from "react";
import { Button, Menu, MenuItem, MenuTrigger, Popover, Text } from "react-aria-components";
import type { TicketDetail } from "../../contract/ticket.ts";
import { actName } from "../../words/workspace/verbs.ts";
import { useDesk } from "../app/desk.tsx";
import { useWords } from "../app/language.tsx";
import { lazily } from "../app/lazily.ts";
import { useShortcuts, wantsShortcuts } from "../shell/shortcuts.ts";
import { Icon } from "../ui/icons.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { useCalledActs } from "./called.ts";
import { actDialogs, fetchDialogs } from "./dialogs.ts";
import { offeredActs, plainRequest } from "./registry.ts";
import type { ActId, AskedAct, PlainAct, TicketAct } from "./registry.ts";
import { quickActs } from "./quick-choices.ts";
import type { QuickAct as QuickName } from "./quick-choices.ts";
import { useAct } from "./use-act.ts";

// A key opens a small menu of its own: only whoever works by keys fetches it.
const QuickAct = lazily(() => import("./quick-act.tsx"), "QuickAct");

/** What else can be done to a ticket: only what it takes now. It also hears the shortcuts and the box. */
export function ActMenu({ ticket }: { readonly ticket: TicketDetail }) {
  const { words } = useWords();
  const { me } = useDesk();
  const [asked, setAsked] = useState<AskedAct | null>(null);
  const [quick, setQuick] = useState<QuickName | null>(null);
  const { act, problem } = useAct(ticket, () => {});
  // What is written is written in the composer, which hears the same calls.
  const items = offeredActs({ ticket, me: me.id }).filter(({ by }) => by !== "writing");
  const choose = (id: ActId): void => {
    const item = items.find((one) => one.id === id);
    if (item === undefined) return;
    if (item.by === "asking") return setAsked(item.id as AskedAct);
    const { name, body } = plainRequest(item.id as PlainAct, me.id);
    void act(name, body);
  };
  useCalledActs(choose);
  useEffect(fetchDialogs, []);
  useShortcuts(keysOf(items, (id) => (isQuick(id) ? setQuick(id) : choose(id))));
  if (items.length === 0) return null;
  const Asking = asked === null ? null : actDialogs[asked];
  return (
    <div className="act-menu">
      {items.some(({ id }) => id === "assignToMe") ? (
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
            onAction={(key) => choose(key as ActId)}
          >
            {items.map((item) => (
              <Offered key={item.id} item={item} />
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      <ProblemNotice problem={problem} />
      {quick === null ? null : (
        <Quick ticket={ticket} act={quick} onClose={() => setQuick(null)} onAct={act} />
      )}
      {Asking === null ? null : (
        <Suspense>
          <Asking ticket={ticket} onClose={() => setAsked(null)} />
        </Suspense>
      )}
    </div>
  );
}

function Offered({ item: { id, key, danger } }: { readonly item: TicketAct }) {
  const { language } = useWords();
  return (
    <MenuItem
      id={id}
      textValue={actName(id, language)}
      className={danger === true ? "option danger-text" : "option"}
    >
      <Text slot="label">{actName(id, language)}</Text>
      {key !== null && wantsShortcuts() ? (
        <kbd className="stroke" data-stroke={key} aria-hidden="true" />
      ) : null}
    </MenuItem>
  );
}

function keysOf(
  items: readonly TicketAct[],
  choose: (id: ActId) => void,
): Readonly<Record<string, () => void>> {
  return Object.fromEntries(
    items.flatMap(({ id, key }) => (key === null ? [] : [[key, () => choose(id)]])),
  );
}

function isQuick(id: ActId): id is QuickName {
  return (quickActs as ReadonlySet<string>).has(id);
}

interface QuickAsking {
  readonly ticket: TicketDetail;
  readonly act: QuickName;
  readonly onClose: () => void;
  readonly onAct: ReturnType<typeof useAct>["act"];
}

/** The small menu under a key. */
function Quick({ ticket, act, onClose, onAct }: QuickAsking) {
  return (
    <Suspense>
      <QuickAct
        ticket={ticket}
        act={act}
        onTake={({ body }) => {
          onClose();
          void onAct(act, body);
        }}
        onClose={onClose}
      />
    </Suspense>
  );
}
