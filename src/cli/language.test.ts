import { describe, expect, it } from "vitest";
import { languageOf as launcherLanguageOf } from "../../scripts/launch/words.js";
import { languageOf } from "./language.ts";

describe("the language of the person at the terminal", () => {
  it.each([
    ["is Spanish where nothing is said", [], {}, "es"],
    ["is what their system speaks", [], { LANG: "en_US.UTF-8" }, "en"],
    ["is what their system speaks, without a country", [], { LANG: "en" }, "en"],
    ["is Spanish where the system speaks another", [], { LANG: "fr_FR.UTF-8" }, "es"],
    ["is no word that only begins like it", [], { LANG: "enm" }, "es"],
    ["is the nearest that is set", [], { LC_ALL: "es_MX", LANG: "en_US" }, "es"],
    ["leaves out what is set to nothing", [], { LC_ALL: "", LC_MESSAGES: "", LANG: "en_GB" }, "en"],
    ["is that of messages, not of all else", [], { LC_MESSAGES: "en_GB", LANG: "es_MX" }, "en"],
    ["is what is asked", ["doctor", "--lang", "en"], { LANG: "es_MX" }, "en"],
    ["is what is asked in one word", ["doctor", "--lang=es"], { LANG: "en_US" }, "es"],
    ["stays where what is asked does not exist", ["--lang", "fr"], { LANG: "en_US" }, "en"],
  ] as const)("%s", (...[, words, environment, expected]) => {
    expect(languageOf(words, environment)).toBe(expected);
    expect(launcherLanguageOf([...words], environment)).toBe(expected);
  });
});
