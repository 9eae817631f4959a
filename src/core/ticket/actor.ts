/** Who acts. Staff ids and contact ids are opaque; names are kept for the record as they were then. */
export type Actor =
  | {
      readonly kind: "client";
      readonly name: string | null;
      readonly address: string | null;
      readonly contact: string | null;
    }
  | {
      readonly kind: "staff";
      readonly id: string;
      readonly name: string;
      readonly level: string | null;
      /** A program that acts for the desk with a token of its own, and no person; `id` is the token's. */
      readonly through?: "integration";
    }
  | { readonly kind: "desk" };

/** The desk itself: what the passing of time and the policy's own reactions do. */
export const theDesk: Actor = { kind: "desk" };
