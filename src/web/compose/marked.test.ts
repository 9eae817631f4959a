import { describe, expect, it } from "vitest";
import { markedOf, pressedIn } from "./marked.ts";

const ids = (...list: string[]) => list.map((id) => ({ id }));
const still = { isLooking: false, marked: null };

describe("the keys of a menu over the box", () => {
  it("go round, and choose what is marked", () => {
    const offer = { ...still, items: ids("a", "b") };
    expect(pressedIn(offer, "ArrowDown")).toEqual({ mark: "b" });
    expect(pressedIn(offer, "ArrowUp")).toEqual({ mark: "b" });
    expect(pressedIn({ ...offer, marked: "b" }, "ArrowDown")).toEqual({ mark: "a" });
    expect(pressedIn({ ...offer, marked: "b" }, "Enter")).toEqual({ choose: "b" });
    expect(pressedIn(offer, "Tab")).toEqual({ choose: "a" });
    expect(pressedIn(offer, "x")).toBeNull();
  });

  it("choose and write nothing while what was typed is looked for", () => {
    expect(pressedIn({ items: [], isLooking: true, marked: null }, "Enter")).toBe("held");
    expect(pressedIn({ items: [], isLooking: true, marked: null }, "x")).toBeNull();
    const old = [{ id: "a", isOld: true }];
    expect(pressedIn({ items: old, isLooking: true, marked: null }, "Enter")).toBe("held");
    const both = [{ id: "own" }, { id: "a", isOld: true }];
    expect(pressedIn({ items: both, isLooking: true, marked: null }, "Enter")).toEqual({
      choose: "own",
    });
    expect(pressedIn({ items: both, isLooking: true, marked: "a" }, "Enter")).toBe("held");
  });

  it("are the box's own where nothing was found", () => {
    expect(pressedIn({ ...still, items: [] }, "Enter")).toBeNull();
  });

  it("keep the mark on its item while others come before it", () => {
    expect(markedOf({ items: ids("new", "a", "b"), marked: "b" })).toBe(2);
    expect(markedOf({ items: ids("new"), marked: "b" })).toBe(0);
  });
});
