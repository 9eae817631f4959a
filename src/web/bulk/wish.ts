import type { BulkWire } from "../../contract/bulk.ts";
import { instantOfWall } from "../time/wall-time.ts";

/** The acts that are done to many, in the order in which they are offered. */
export const bulkActs = [
  "assign",
  "classify",
  "route",
  "note",
  "reply",
  "solve",
  "schedule",
  "resume",
  "join",
  "close",
] as const;

export type BulkName = BulkWire["act"];

/** What is written or chosen in the dialog, as it stands. */
export interface Wish {
  readonly to: string;
  readonly until: string;
  readonly reason: "by-agent" | "duplicate" | "spam";
  readonly text: { readonly es: string; readonly en: string };
  readonly cause: { readonly es: string; readonly en: string };
}

/** Nothing written yet. */
export const blankWish: Wish = {
  to: "",
  until: "",
  reason: "by-agent",
  text: { es: "", en: "" },
  cause: { es: "", en: "" },
};

/** Where `to` says that nobody is to have the tickets. */
export const NOBODY = "-";

/** The act that the dialog stands for; `null`: something is still missing. Hours are those of the desk's zone. */
export function wireOf(act: BulkName, wish: Wish, zone: string): BulkWire | null {
  const { to, until, reason, text, cause } = wish;
  switch (act) {
    case "assign":
      return to === "" ? null : { act, body: { to: to === NOBODY ? null : to } };
    case "classify":
      return to === "" ? null : { act, body: { severity: to } };
    case "route":
      return to === "" ? null : { act, body: { to } };
    case "join":
    case "leave":
      return to.trim() === "" ? null : { act, body: { incident: to.trim() } };
    case "note":
      return text.es.trim() === "" ? null : { act, body: { text: text.es.trim() } };
    case "schedule": {
      const at = until === "" ? null : instantOfWall(until, zone);
      return at === null ? null : { act, body: { until: at } };
    }
    case "resume":
      return { act, body: {} };
    case "close":
      return { act, body: { reason } };
    case "reply": {
      const texts = told(text);
      return texts === null ? null : { act, body: { texts } };
    }
    case "solve": {
      const [causes, remedies] = [told(cause), told(text)];
      return causes === null || remedies === null
        ? null
        : { act, body: { cause: causes, remedy: remedies } };
    }
  }
}

function told({ es, en }: Wish["text"]): { es?: string; en?: string } | null {
  const said = {
    ...(es.trim() === "" ? {} : { es: es.trim() }),
    ...(en.trim() === "" ? {} : { en: en.trim() }),
  };
  return Object.keys(said).length === 0 ? null : said;
}
