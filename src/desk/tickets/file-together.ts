import type { Refusal } from "../../core/refusal.ts";
import { alongsideNow } from "../../store/alongside.ts";
import { mostTogether } from "../../store/filings.ts";
import { settle } from "../../store/settle.ts";
import type { Plazo } from "../plazo.ts";
import { fileAlone } from "./file-alone.ts";
import type { TakenIn } from "./file-alone.ts";
import { fileBatch } from "./file-batch.ts";
import type { Filed } from "./file-ticket.ts";

type Outcome = Filed | readonly Refusal[];

/** Transactions of one desk's filings under way at once. */
const mostUnderWay = 2;

/** How many must wait to go beside another transaction: fewer would cost the database more than they gain. */
const enoughBeside = 4;

/** Milliseconds that a batch waits for a lock that is held elsewhere, before each of it goes alone. */
const patience = 250;

/** Milliseconds after which a transaction that is still under way keeps no others back. */
const late = 1_000;

interface Waiting {
  readonly one: TakenIn;
  readonly give: (outcome: Outcome | Promise<Outcome>) => void;
}

/** The filings of one desk that wait for those under way. */
interface Lane {
  readonly plazo: Plazo;
  readonly desk: string;
  readonly waiting: Waiting[];
  underWay: number;
}

const lanes = new WeakMap<Plazo, Map<string, Lane>>();

/**
 * Files a ticket together with those that arrive meanwhile. While nothing is under way it goes alone,
 * at once; what arrives while others are committed waits for them, and is then looked up, decided
 * and committed in one transaction. Each is answered when its own transaction is committed. Where
 * that fails, for whatever cause, each of its filings goes alone: their submissions make that once.
 */
export function fileTogether(plazo: Plazo, desk: string, one: TakenIn): Promise<Outcome> {
  if (!mayGoTogether(one)) return fileAlone(plazo, desk, one);
  const lane = laneOf(plazo, desk);
  return new Promise((give) => {
    lane.waiting.push({ one, give });
    depart(lane);
  });
}

/** What only one ticket needs stays out: files, another ticket or system to be told, a conversation, an agent, something done alongside. */
function mayGoTogether({ filing }: TakenIn): boolean {
  const { uploads, cites, by, externalReference, chat } = filing;
  return (
    uploads.length === 0 &&
    [cites, by, externalReference, chat].every((own) => own === undefined) &&
    alongsideNow() === undefined
  );
}

function laneOf(plazo: Plazo, desk: string): Lane {
  const ofDesks = lanes.get(plazo) ?? new Map<string, Lane>();
  lanes.set(plazo, ofDesks);
  const lane = ofDesks.get(desk) ?? { plazo, desk, waiting: [], underWay: 0 };
  ofDesks.set(desk, lane);
  return lane;
}

function depart(lane: Lane): void {
  while (mayDepart(lane)) {
    const batch = lane.waiting.splice(0, mostTogether);
    lane.underWay += 1;
    const arrive = once(() => {
      lane.underWay -= 1;
      depart(lane);
    });
    const timer = setTimeout(arrive, late);
    void file(lane, batch).finally(() => {
      clearTimeout(timer);
      arrive();
    });
  }
}

function mayDepart({ underWay, waiting }: Lane): boolean {
  const enough = underWay === 0 ? 1 : enoughBeside;
  return underWay < mostUnderWay && waiting.length >= enough;
}

function once(act: () => void): () => void {
  let done = false;
  return () => {
    if (!done) {
      done = true;
      act();
    }
  };
}

/** Resolves when the batch has its answers, or goes another way. */
async function file(lane: Lane, batch: readonly Waiting[]): Promise<void> {
  const { plazo, desk } = lane;
  const [only] = batch;
  if (only !== undefined && batch.length === 1) return void (await settle(alone(lane, only)));
  const all = batch.map(({ one }) => one);
  const done = await settle(fileBatch({ plazo, desk, patience }, all));
  const outcomes = "fault" in done ? [] : done.value;
  for (const [at, waiting] of batch.entries()) {
    const outcome = outcomes[at] ?? "alone";
    if (outcome === "alone") void settle(alone(lane, waiting));
    else if (outcome !== "again") waiting.give(outcome);
  }
  lane.waiting.unshift(...batch.filter((_, at) => outcomes[at] === "again"));
}

function alone({ plazo, desk }: Lane, { one, give }: Waiting): Promise<Outcome> {
  const outcome = fileAlone(plazo, desk, one);
  give(outcome);
  return outcome;
}
