import type { ClockReading } from "../../core/clock/clock.ts";
import type { MaybeHtml } from "../html.ts";
import type { SeenTicket } from "./seen.ts";
export function explanation(_s: SeenTicket, _r: ClockReading): MaybeHtml { return ""; }
