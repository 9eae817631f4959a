import { Writable } from "node:stream";
import { expect, test } from "vitest";
import { makeLog, redactPath } from "./log.ts";

test("no capability and no query stays in a path that is written down", () => {
  expect(redactPath("/d/hib2b/t/AbC123_xyz-9?registrado=mailed")).toBe("/d/hib2b/t/…");
  expect(redactPath("/d/hib2b/ayuda?portal=secreto")).toBe("/d/hib2b/ayuda");
  expect(redactPath("/api/v1/desks/hib2b/uploads/sesion")).toBe("/api/v1/desks/hib2b/uploads/…");
});

test("a token that is logged by mistake is not written", () => {
  const lines: string[] = [];
  const to = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  makeLog("info", to).info({ link: { token: "s3cr3t", capability: "c4p" } }, "made");
  expect(lines.join("")).not.toMatch(/s3cr3t|c4p/u);
  expect(lines.join("")).toContain("made");
});
