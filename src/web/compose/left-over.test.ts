import { describe, expect, it } from "vitest";
import { emptyDraft } from "./draft.ts";
import { leftOver, saysSame } from "./left-over.ts";

const file = (id: string) => ({ id, name: "a.pdf", size: 1, type: "application/pdf" });
const sent = { ...emptyDraft("reply"), text: "Ya quedó.", files: [file("one")] };

describe("what is left over of a draft", () => {
  it("is nothing where nothing was written since", () => {
    expect(leftOver(sent, sent)).toBeNull();
    expect(leftOver({ ...sent, text: "Ya quedó.\n " }, sent)).toBeNull();
  });

  it("is what was typed and attached while it was being sent, under an id of its own", () => {
    const now = { ...sent, text: "Ya quedó.\nY algo más", files: [file("one"), file("two")] };
    const rest = leftOver(now, sent);
    expect(rest).toMatchObject({ text: "Y algo más", files: [file("two")], session: sent.session });
    expect(rest?.id).not.toBe(sent.id);
    expect(leftOver({ ...sent, text: "Ya quedó. No." }, sent)?.session).not.toBe(sent.session);
  });

  it("is the whole where the words themselves were changed", () => {
    const now = { ...sent, text: "Todavía no quedó." };
    expect(leftOver(now, sent)).toMatchObject({ text: "Todavía no quedó.", files: [] });
  });
});

describe("two drafts", () => {
  it("say the same whatever their ids are", () => {
    const later = { ...sent, id: crypto.randomUUID(), touched: 9 };
    expect(saysSame(sent, later)).toBe(true);
    expect(saysSame(sent, { ...sent, text: "Otra cosa" })).toBe(false);
  });
});
