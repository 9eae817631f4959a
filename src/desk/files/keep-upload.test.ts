import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestDesk, upload } from "../../../test/kit/desk.ts";
import type { TestDesk } from "../../../test/kit/desk.ts";
import { tidy } from "../../jobs/tidy.ts";
import { dropUpload, keepUpload, listUploads } from "./keep-upload.ts";

let test: TestDesk;
beforeAll(async () => {
  test = await openTestDesk("hib2b", "2026-11-23T15:00:00Z");
});
afterAll(() => test.close());

const bigText = (size: number): Uint8Array => new Uint8Array(size).fill(0x61);

describe("a kept upload", () => {
  it("is listed under its session alone, until it is dropped", async () => {
    const session = "session-000000000000000001";
    const kept = await upload(test, { session, name: "nota.txt", content: "hola" });
    if ("refused" in kept) throw new Error(JSON.stringify(kept));
    expect(await listUploads(test.plazo, test.desk, session)).toEqual([kept]);
    expect(await listUploads(test.plazo, test.desk, "another-session-0000000001")).toEqual([]);
    await dropUpload(test.plazo, test.desk, { session: "another-session-0000000001", id: kept.id });
    expect(await listUploads(test.plazo, test.desk, session)).toHaveLength(1);
    await dropUpload(test.plazo, test.desk, { session, id: kept.id });
    await dropUpload(test.plazo, test.desk, { session, id: kept.id });
    expect(await listUploads(test.plazo, test.desk, session)).toEqual([]);
    expect(await test.plazo.effects.files.read(kept.id)).toBeUndefined();
  });

  it("is refused over 10 MB, over 25 MB in all, and beyond ten, naming its field", async () => {
    const session = "session-000000000000000002";
    const field = { field: "fields.adjuntos" };
    expect(
      await upload(test, { session, name: "a.txt", content: bigText(10 * 1_048_576 + 1) }),
    ).toMatchObject({ refused: "file-too-large", ...field });
    for (const name of ["a.txt", "b.txt"])
      expect(await upload(test, { session, name, content: bigText(10 * 1_048_576) })).toMatchObject(
        { name },
      );
    expect(
      await upload(test, { session, name: "c.txt", content: bigText(6 * 1_048_576) }),
    ).toMatchObject({ refused: "files-too-large", ...field });
    const many = "session-000000000000000003";
    const ends = await Promise.all(
      Array.from({ length: 14 }, (_, n) =>
        upload(test, { session: many, name: `${n}.txt`, content: "x" }),
      ),
    );
    expect(ends.filter((end) => "refused" in end && end.refused === "files-too-many")).toHaveLength(
      4,
    );
  });

  it("leaves nothing behind where its sender goes away in the middle", async () => {
    const session = "session-000000000000000004";
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield bigText(1_000);
      throw new Error("the connection was lost");
    }
    await expect(
      keepUpload(test.plazo, test.desk, {
        session,
        field: "adjuntos",
        name: "a.txt",
        accept: ["text"],
        content: broken(),
      }),
    ).rejects.toThrow("the connection was lost");
    expect(await listUploads(test.plazo, test.desk, session)).toEqual([]);
  });

  it("keeps no bytes of what could not be written down", async () => {
    const dropped: string[] = [];
    const files = {
      ...test.plazo.effects.files,
      drop: (id: string) => Promise.resolve(void dropped.push(id)),
    };
    const plazo = { ...test.plazo, effects: { ...test.plazo.effects, files } };
    const file = {
      session: "session-000000000000000006",
      field: "adjuntos",
      name: "a.txt",
      accept: ["text"] as const,
    };
    async function* word(): AsyncGenerator<Uint8Array> {
      yield bigText(10);
    }
    await expect(keepUpload(plazo, "Not A Desk", { ...file, content: word() })).rejects.toThrow(
      TypeError,
    );
    expect(dropped).toHaveLength(1);
  });

  it("expires after a day, with its bytes", async () => {
    const session = "session-000000000000000005";
    const kept = await upload(test, { session, name: "nota.txt", content: "hola" });
    if ("refused" in kept) throw new Error(JSON.stringify(kept));
    test.time.advance(86_400_000 - 1);
    await tidy(test.plazo);
    expect(await listUploads(test.plazo, test.desk, session)).toHaveLength(1);
    test.time.advance(1);
    await tidy(test.plazo);
    expect(await listUploads(test.plazo, test.desk, session)).toEqual([]);
    expect(await test.plazo.effects.files.read(kept.id)).toBeUndefined();
  });
});
