import type { StatutoryTable } from "./rule.ts";

/**
 * Mexico's days of obligatory rest: Ley Federal del Trabajo, art. 74, with its Mondays (in force
 * since 2006). The handover of the federal executive (fr. VII) was on 1 December of every sixth
 * year until 2018 and is on 1 October from 2024 (art. 83 of the Constitution). Election days
 * (fr. IX) have no rule in this law: a desk adds them as closed dates.
 */
export const MX_LFT: StatutoryTable = {
  id: "mx-lft",
  rules: [
    {
      rule: { kind: "fixed", month: 1, day: 1 },
      name: { es: "Año Nuevo", en: "New Year's Day" },
      source: "LFT art. 74, fr. I",
    },
    {
      rule: { kind: "nth-weekday", nth: 1, weekday: "mon", month: 2 },
      name: { es: "Día de la Constitución", en: "Constitution Day" },
      source: "LFT art. 74, fr. II",
    },
    {
      rule: { kind: "nth-weekday", nth: 3, weekday: "mon", month: 3 },
      name: { es: "Natalicio de Benito Juárez", en: "Benito Juárez's Birthday" },
      source: "LFT art. 74, fr. III",
    },
    {
      rule: { kind: "fixed", month: 5, day: 1 },
      name: { es: "Día del Trabajo", en: "Labour Day" },
      source: "LFT art. 74, fr. IV",
    },
    {
      rule: { kind: "fixed", month: 9, day: 16 },
      name: { es: "Día de la Independencia", en: "Independence Day" },
      source: "LFT art. 74, fr. V",
    },
    {
      rule: { kind: "nth-weekday", nth: 3, weekday: "mon", month: 11 },
      name: { es: "Día de la Revolución", en: "Revolution Day" },
      source: "LFT art. 74, fr. VI",
    },
    {
      rule: { kind: "every", years: 6, first: 2006, last: 2018, month: 12, day: 1 },
      name: { es: "Transmisión del Poder Ejecutivo Federal", en: "Presidential Handover" },
      source: "LFT art. 74, fr. VII (before its reform of 2024)",
    },
    {
      rule: { kind: "every", years: 6, first: 2024, last: null, month: 10, day: 1 },
      name: { es: "Transmisión del Poder Ejecutivo Federal", en: "Presidential Handover" },
      source: "LFT art. 74, fr. VII",
    },
    {
      rule: { kind: "fixed", month: 12, day: 25 },
      name: { es: "Navidad", en: "Christmas Day" },
      source: "LFT art. 74, fr. VIII",
    },
  ],
};
