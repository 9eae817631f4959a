import type { DayRule, StatutoryRule, StatutoryTable } from "./rule.ts";

const fixed = (month: number, day: number): DayRule => ({ kind: "fixed", month, day });
const easter = (days: number): DayRule => ({ kind: "easter", days });

const NAMED_BY_LOTTT = "LOTTT art. 184";
const NATIONAL = "LOTTT art. 184 (Ley de Fiestas Nacionales)";

type Name = readonly [es: string, en: string];

const day = (source: string, rule: DayRule, [es, en]: Name): StatutoryRule => ({
  rule,
  name: { es, en },
  source,
});

/**
 * Venezuela's holidays: Ley Orgánica del Trabajo, los Trabajadores y las Trabajadoras, art. 184,
 * and the days it takes from the Ley de Fiestas Nacionales. Sundays, which the article also names,
 * are the weekly rest and belong to the weekly hours. Days that a government declares (up to three
 * a year) have no rule: a desk adds them as closed dates.
 */
export const VE_LOTTT: StatutoryTable = {
  id: "ve-lottt",
  rules: [
    day(NAMED_BY_LOTTT, fixed(1, 1), ["Año Nuevo", "New Year's Day"]),
    day(NAMED_BY_LOTTT, easter(-48), ["Lunes de Carnaval", "Carnival Monday"]),
    day(NAMED_BY_LOTTT, easter(-47), ["Martes de Carnaval", "Carnival Tuesday"]),
    day(NAMED_BY_LOTTT, easter(-3), ["Jueves Santo", "Holy Thursday"]),
    day(NAMED_BY_LOTTT, easter(-2), ["Viernes Santo", "Good Friday"]),
    day(NATIONAL, fixed(4, 19), ["Declaración de la Independencia", "Declaration of Independence"]),
    day(NAMED_BY_LOTTT, fixed(5, 1), ["Día del Trabajador", "Labour Day"]),
    day(NATIONAL, fixed(6, 24), ["Batalla de Carabobo", "Battle of Carabobo"]),
    day(NATIONAL, fixed(7, 5), ["Día de la Independencia", "Independence Day"]),
    day(NATIONAL, fixed(7, 24), ["Natalicio del Libertador", "Birthday of the Liberator"]),
    day(NATIONAL, fixed(10, 12), [
      "Día de la Resistencia Indígena",
      "Day of Indigenous Resistance",
    ]),
    day(NAMED_BY_LOTTT, fixed(12, 24), ["Víspera de Navidad", "Christmas Eve"]),
    day(NAMED_BY_LOTTT, fixed(12, 25), ["Navidad", "Christmas Day"]),
    day(NAMED_BY_LOTTT, fixed(12, 31), ["Fin de Año", "New Year's Eve"]),
  ],
};
