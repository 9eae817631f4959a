import type { Database } from "../store/connect.ts";
import type { Caches } from "./caches.ts";
import type { Effects } from "./effects.ts";

/** What an installation is told: nothing here belongs to one desk. */
export interface Settings {
  /**
   * 32 random bytes that stay outside the database: links of clients are made from them, so that a
   * stolen database opens no ticket. Links already sent stay good when they change.
   */
  readonly secret: Uint8Array;
  /** The address at which clients and staff reach it, without a slash at the end. */
  readonly url: string;
  /** The address that mail comes from; its domain is that of every Message-ID. */
  readonly mailFrom: string;
  /** Domains besides its own from which it may send: their DNS says so (SPF, DKIM). */
  readonly mailDomains?: readonly string[];
  /** Where answers by mail go; none: the mail says to answer on the page. */
  readonly mailReplyTo: string | null;
  /** `optional`: no role must have a second proof, for trials alone; left out: those that approve or administer must. */
  readonly secondFactor?: "required" | "optional";
  /** Hosts in private networks to which webhooks may go, for development; left out: none. */
  readonly webhookHosts?: readonly string[];
  /** Where the SAT is asked for the status of an invoice, by a person of the desk; left out or null: nowhere. */
  readonly satStatus?: string | null;
  /** Automatic acknowledgements an hour: for one address, one source and a whole desk. */
  readonly acknowledgements: {
    readonly perAddress: number;
    readonly perSource: number;
    readonly perDesk: number;
    /** For all desks together, and automatic mails of any kind to one address. */
    readonly perInstallation?: number;
    readonly perRecipient?: number;
  };
}

/** 3 an hour for an address, 20 for a source, and breakers for a desk, the installation and whatever address a loop has found. */
export const acknowledgementLimits: Settings["acknowledgements"] = {
  perAddress: 3,
  perSource: 20,
  perDesk: 2_000,
  perInstallation: 6_000,
  perRecipient: 40,
};

/** Everything that an act of the desk needs: one value, made once when the program is composed. */
export interface Plazo {
  readonly db: Database;
  readonly effects: Effects;
  readonly settings: Settings;
  readonly caches: Caches;
}
