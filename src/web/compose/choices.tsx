import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { ReactNode, RefObject } from "react";
import { useLooking } from "./looking.ts";
import { markedOf, pressedIn } from "./marked.ts";
import { ListBox, ListBoxItem, Popover } from "react-aria-components";

/** Gives a key to the open menu; `true`: it took it. */
export type MenuKeys = (key: string) => boolean;

/** One thing that can be chosen. */
export interface Item {
  readonly id: string;
  readonly name: string;
  readonly hint: string;
  /** What it does besides, each in a line. */
  readonly does: readonly string[];
  readonly choose: () => void;
  /** It was found for other words; those that are typed now are still being looked for. */
  readonly isOld?: boolean;
}

/** What every menu of the box is given: where it hangs, and how the box gives it keys and is told which choice is marked. */
export interface Hanging {
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly onKeys: (keys: MenuKeys | null) => void;
}

interface Choosing extends Hanging {
  readonly items: readonly Item[];
  readonly title: string;
  readonly none: ReactNode;
  /** Whether more is on its way: until then Enter takes nothing of what it is not for. */
  readonly isLooking?: boolean;
  readonly children?: ReactNode;
}

/** A list over the box, which keeps the cursor: arrows move the mark, Enter or Tab chooses. */
export function Choices(choosing: Choosing) {
  const { area, items, onKeys, title, none, isLooking = false, children } = choosing;
  const [marked, setMarked] = useState<string | null>(null);
  const list = useRef<HTMLElement>(null);
  const chosen = markedOf({ items, marked });
  const press = useEffectEvent((key: string): boolean => {
    const pressed = pressedIn({ items, isLooking, marked }, key);
    if (pressed === null) return false;
    if (pressed === "held") return true;
    if ("mark" in pressed) setMarked(pressed.mark);
    else items.find(({ id }) => id === pressed.choose)?.choose();
    return true;
  });
  useEffect(() => {
    onKeys((key) => press(key));
    return () => onKeys(null);
    // oxlint-disable-next-line react/exhaustive-deps -- the box is told once; what is pressed is looked at when it is
  }, []);
  useLooking(area, isLooking);
  useEffect(() => {
    const option = list.current?.querySelector('[aria-selected="true"]');
    option?.scrollIntoView({ block: "nearest" });
    if (option !== null && option !== undefined)
      area.current?.setAttribute("aria-activedescendant", option.id);
    const box = area.current;
    return () => box?.removeAttribute("aria-activedescendant");
  }, [area, chosen, items.length]);
  return (
    <Popover
      className="popover call-menu"
      triggerRef={area}
      isOpen
      isNonModal
      placement="top start"
    >
      <section ref={list} aria-label={title}>
        <ListBox
          className="options"
          aria-label={title}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={items.length === 0 ? [] : [items[chosen]?.id ?? ""]}
          onAction={(key) => items.find(({ id }) => id === key)?.choose()}
        >
          {items.map((item) => choice(item))}
        </ListBox>
        {items.length === 0 ? <div className="soft small">{none}</div> : null}
        {children === undefined ? null : <p className="call-foot">{children}</p>}
      </section>
    </Popover>
  );
}

function choice({ id, name, hint, does }: Item) {
  return (
    <ListBoxItem key={id} id={id} textValue={name} className="option call-item">
      <b>{name}</b>
      {does.map((one) => (
        <span key={one} className="tag">
          {one}
        </span>
      ))}
      {hint === "" ? null : <span className="call-hint soft small">{hint}</span>}
    </ListBoxItem>
  );
}
