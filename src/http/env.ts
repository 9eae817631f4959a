import type { HttpBindings } from "@hono/node-server";

/** What every handler knows of a request. Tests may leave the bindings out: then there is no peer. */
export interface Env {
  Bindings: Partial<HttpBindings>;
  Variables: {
    /** The reference that a person can mention and the log can be searched by. */
    requestId: string;
    /** What a form of the pages sent, by control: it is given back where it cannot be taken now. */
    sent?: ReadonlyMap<string, readonly string[]>;
  };
}
