import { useRef, useState } from "react";
import { Menu, MenuItem, Popover } from "react-aria-components";
import type { TicketDetail, TimelineEntry } from "../../contract/ticket.ts";
import { timelineWords } from "../../words/workspace/timeline.ts";
import { SplitOff } from "../acts/split.tsx";
import { useWords } from "../app/language.tsx";
import { Icon } from "../ui/icons.tsx";

interface Shown {
  readonly ticket: TicketDetail;
  readonly entry: TimelineEntry;
}

/** What can be done with an entry. A long ticket has hundreds of them: nothing of the menu is there until it is opened. */
export function EntryActs({ ticket, entry }: Shown) {
  const { words, language } = useWords();
  const [open, setOpen] = useState<"menu" | "split" | null>(null);
  const [copied, setCopied] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { message, seq } = entry;
  const copy = async (): Promise<void> => {
    const { origin, pathname, search } = window.location;
    await navigator.clipboard.writeText(`${origin}${pathname}${search}#e${String(seq)}`);
    setCopied(true);
  };
  const label = words.timeline.entryActs;
  return (
    <>
      <button
        ref={button}
        type="button"
        className="icon-button entry-acts"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open === "menu"}
        onClick={() => setOpen("menu")}
      >
        <Icon name="more" />
      </button>
      <output className="soft small">{copied ? timelineWords[language].copied : ""}</output>
      {open === "menu" ? (
        <Popover
          className="popover"
          triggerRef={button}
          isOpen
          onOpenChange={(isOpen) => (isOpen ? undefined : setOpen(null))}
        >
          <EntryMenu
            maySplit={message !== null && entry.type === "added" && ticket.acts.includes("split")}
            label={label}
            onClose={() => setOpen(null)}
            onCopy={() => void copy()}
            onSplit={() => setOpen("split")}
          />
        </Popover>
      ) : null}
      {open === "split" && message !== null ? (
        <SplitOff ticket={ticket} message={message.id} onClose={() => setOpen(null)} />
      ) : null}
    </>
  );
}

interface Offered {
  readonly maySplit: boolean;
  readonly label: string;
  readonly onClose: () => void;
  readonly onCopy: () => void;
  readonly onSplit: () => void;
}

/** Its address is copied; a message may become a ticket of its own. */
function EntryMenu({ maySplit, label, onClose, onCopy, onSplit }: Offered) {
  const { words, language } = useWords();
  return (
    <Menu
      className="options"
      aria-label={label}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- a menu that is opened has the focus, and gives it back
      autoFocus="first"
      onAction={(key) => {
        onClose();
        if (key === "split") onSplit();
        else onCopy();
      }}
    >
      <MenuItem id="link" className="option">
        {timelineWords[language].copyLink}
      </MenuItem>
      {maySplit ? (
        <MenuItem id="split" className="option">
          {words.timeline.splitOff}
        </MenuItem>
      ) : null}
    </Menu>
  );
}
