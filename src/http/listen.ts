import { serve } from "@hono/node-server";
import type { ServerType } from "@hono/node-server";
import type { Hono } from "hono";
import { refuse } from "../core/refusal.ts";
import type { Refusal } from "../core/refusal.ts";
import type { Env } from "./env.ts";

/** A server that answers. */
export interface Listening {
  /** The port it answers on: the one asked for, or what the system gave for 0. */
  readonly port: number;
  /**
   * Takes no new connections, lets what is under way end within `grace` milliseconds, then cuts the
   * rest. Resolves when nothing is left.
   */
  stop(grace?: number): Promise<void>;
}

/** Where to listen. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/** An address that cannot be listened on. */
export type NoListening = Refusal<"port-in-use" | "port-not-allowed" | "address-unknown">;

const refusals: Readonly<Record<string, NoListening["refused"]>> = {
  EADDRINUSE: "port-in-use",
  EACCES: "port-not-allowed",
  EADDRNOTAVAIL: "address-unknown",
  ENOTFOUND: "address-unknown",
};

/** Milliseconds that a sender has for the headers, and for a whole request with its files. */
const patience = { headers: 15_000, request: 300_000, keepAlive: 10_000 } as const;

/** Serves the application at an address; refuses `port-in-use`, `port-not-allowed` and `address-unknown`. */
export function listen(app: Hono<Env>, { host, port }: Address): Promise<Listening | NoListening> {
  return new Promise((resolve, reject) => {
    const server = serve(
      { fetch: app.fetch, hostname: host, port, autoCleanupIncoming: true },
      (info) => {
        server.off("error", fail);
        resolve({ port: info.port, stop: (grace = 10_000) => stop(server, grace) });
      },
    );
    const fail = (fault: NodeJS.ErrnoException): void => {
      const refused = refusals[fault.code ?? ""];
      if (refused === undefined) reject(fault);
      else resolve(refuse(refused, { facts: { host, port } }));
    };
    server.on("error", fail);
    if ("headersTimeout" in server) {
      server.headersTimeout = patience.headers;
      server.requestTimeout = patience.request;
      server.keepAliveTimeout = patience.keepAlive;
    }
  });
}

function stop(server: ServerType, grace: number): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => {
      if ("closeAllConnections" in server) server.closeAllConnections();
    }, grace);
    // A browser keeps its connection after its answer; it is closed as soon as nothing is under way on it.
    const sweep = setInterval(() => {
      if ("closeIdleConnections" in server) server.closeIdleConnections();
    }, 25);
    server.close(() => {
      clearTimeout(cut);
      clearInterval(sweep);
      resolve();
    });
  });
}
