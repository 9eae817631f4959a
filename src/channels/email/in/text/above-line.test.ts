import { expect, test } from "vitest";
import { frameWords } from "../../../../words/mail/frame-words.ts";
import { splitQuoted } from "./split-quoted.ts";

test("what stands beneath our own line is what the answer quotes, in both languages", () => {
  for (const language of ["es", "en"] as const) {
    const { above } = frameWords(language);
    const { text, quoted } = splitQuoted(`Ya quedó.\n\n${above}\n\nHD-1: su solicitud`, "Re: HD-1");
    expect(text.trim()).toBe("Ya quedó.");
    expect(quoted).toContain("su solicitud");
  }
});
