/**
 * The closed grammar of conditions. A condition is true or false of a ticket (or of what is being
 * filed) at an instant; there is no expression language behind it.
 */
export type Condition =
  | { readonly is: "always" }
  | { readonly is: "all"; readonly of: readonly Condition[] }
  | { readonly is: "any"; readonly of: readonly Condition[] }
  | { readonly is: "not"; readonly of: Condition }
  /** The value of a form's field is one of these. */
  | { readonly is: "field"; readonly field: string; readonly in: readonly string[] }
  | { readonly is: "severity"; readonly in: readonly string[] }
  | { readonly is: "level"; readonly in: readonly string[] }
  | { readonly is: "channel"; readonly in: readonly string[] }
  | { readonly is: "kind"; readonly in: readonly string[] }
  /** The named calendar is open (or, `open: false`, closed). */
  | { readonly is: "hours"; readonly calendar: string; readonly open: boolean }
  /** The named clock's limit has passed and it was not met by then. */
  | { readonly is: "passed"; readonly clock: string }
  /** An urgency ground is claimed, confirmed or refused. */
  | {
      readonly is: "ground";
      readonly state: "claimed" | "confirmed" | "refused";
      readonly ground?: string;
    }
  /** Something is awaited from the client, from an authoriser or from a third party. */
  | { readonly is: "awaiting"; readonly in: readonly Awaited[] }
  /** The ticket was confirmed as solved by the client. */
  | { readonly is: "confirmed" }
  | { readonly is: "solved" }
  | { readonly is: "closed" }
  /** A ticket exists already (telephone help only with a ticket). */
  | { readonly is: "ticket" };

/** What a ticket can be waiting for. */
export type Awaited = "client" | "authorisation" | "third-party" | "confirmation";
