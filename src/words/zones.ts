import type { Instant } from "../core/time/instant.ts";
import type { Language } from "../core/policy/text.ts";

const named: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  "America/Mexico_City": { es: "hora del centro", en: "Central Mexico time" },
  "America/Monterrey": { es: "hora del centro", en: "Central Mexico time" },
  "America/Merida": { es: "hora del centro", en: "Central Mexico time" },
  "America/Cancun": { es: "hora de Quintana Roo", en: "Quintana Roo time" },
  "America/Hermosillo": { es: "hora de Sonora", en: "Sonora time" },
  "America/Mazatlan": { es: "hora del Pacífico", en: "Mexican Pacific time" },
  "America/Tijuana": { es: "hora del noroeste", en: "Northwest Mexico time" },
  "America/Ciudad_Juarez": { es: "hora de Ciudad Juárez", en: "Ciudad Juárez time" },
  "America/Caracas": { es: "hora de Venezuela", en: "Venezuela time" },
  "America/Bogota": { es: "hora de Colombia", en: "Colombia time" },
  "America/Santiago": { es: "hora de Chile", en: "Chile time" },
  "Europe/Madrid": { es: "hora peninsular española", en: "Madrid time" },
  UTC: { es: "hora universal, UTC", en: "UTC" },
};

/**
 * What people call the time of an IANA zone: "hora del centro" for America/Mexico_City. Mexico's
 * zones are named as the Ley de los Husos Horarios (DOF 28-10-2022) does; a zone that is not in the
 * list gets the generic name of its own in CLDR. `at` matters only there (a name may change).
 */
export function zoneName(zone: string, language: Language, at: Instant): string {
  const known = named[zone];
  if (known !== undefined) return known[language];
  const parts = new Intl.DateTimeFormat(language === "es" ? "es-MX" : "en-GB", {
    timeZone: zone,
    timeZoneName: "longGeneric",
  }).formatToParts(at);
  return parts.find((part) => part.type === "timeZoneName")?.value ?? zone;
}
