import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { ReactNode, RefObject } from "react";
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
}

/** What every menu of the box is given: where it hangs, and how the box gives it keys and is told which choice is marked. */
export interface Hanging {
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly onKeys: (keys: MenuKeys | null) => void;
}

interface Choosing extends Hanging {
  readonly items: readonly Item[];
  readonly title: string;
  readonly none: string;
  readonly children?: ReactNode;
}

/** A list over the box, which keeps the cursor: arrows move the mark, Enter or Tab chooses. */
export function Choices({ area, items, onKeys, title, none, children }: Choosing) {
  const [at, setAt] = useState(0);
  const list = useRef<HTMLElement>(null);
  const chosen = Math.min(at, Math.max(0, items.length - 1));
  const press = useEffectEvent((key: string): boolean => {
    if (items.length === 0) return false;
    if (key === "ArrowDown") setAt((chosen + 1) % items.length);
    else if (key === "ArrowUp") setAt((chosen - 1 + items.length) % items.length);
    else if (key === "Enter" || key === "Tab") items[chosen]?.choose();
    else return false;
    return true;
  });
  useEffect(() => {
    onKeys((key) => press(key));
    return () => onKeys(null);
    // oxlint-disable-next-line react/exhaustive-deps -- the box is told once; what is pressed is looked at when it is
  }, []);
  useEffect(() => {
    const marked = list.current?.querySelector('[aria-selected="true"]');
    marked?.scrollIntoView({ block: "nearest" });
    if (marked !== null && marked !== undefined)
      area.current?.setAttribute("aria-activedescendant", marked.id);
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
        {items.length === 0 ? <p className="soft small">{none}</p> : null}
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
