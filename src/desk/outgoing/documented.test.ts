import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isNoSuchAddress } from "../../words/mail/why-undelivered.ts";
import { acknowledgementLimits } from "../plazo.ts";

const doc = readFileSync(join(import.meta.dirname, "../../../docs/mail-out.md"), "utf8");

test("the limits in the document are those of the program", () => {
  const written = [...doc.matchAll(/^\| ([\d,]+) an hour \|/gmu)].map(([, n = ""]) =>
    Number(n.replace(",", "")),
  );
  const { perAddress, perSource, perDesk, perInstallation, perRecipient } = acknowledgementLimits;
  expect(written).toEqual([perAddress, perSource, perDesk, perInstallation, perRecipient]);
});

test("what the document says of addresses that do not exist is what the program takes as that, and nothing else is", () => {
  const [, listed = ""] = /not existing when a server says so of it \(([^)]*)\)/u.exec(doc) ?? [];
  const codes = listed.split(", ");
  expect(codes.length).toBeGreaterThan(4);
  for (const code of codes) expect(isNoSuchAddress(`550 ${code} x`)).toBe(true);
  for (const code of ["5.2.2", "5.7.1", "4.1.1", "5.1.8", "15.1.1", "5.1.1.2", "5.1.11"])
    expect(isNoSuchAddress(`550 ${code} x`)).toBe(false);
});
