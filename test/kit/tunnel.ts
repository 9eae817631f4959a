import { connect, createServer } from "node:net";
import type { Socket } from "node:net";

/** A way to the tests' PostgreSQL over TCP that can be cut and opened again, as a network is. */
export interface Tunnel {
  readonly port: number;
  /** Cuts every connection and takes no new one. */
  cut(): Promise<void>;
  open(): Promise<void>;
}

/** Opens a tunnel from a port of this machine to the unix socket in a folder. */
export async function tunnelTo(socketFolder: string): Promise<Tunnel> {
  const lines = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(`${socketFolder}/.s.PGSQL.5432`);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      lines.add(one);
      one.pipe(other);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        lines.delete(one);
        other.destroy();
      });
    }
  });
  const listen = (port: number): Promise<number> =>
    new Promise((ready) => {
      server.listen(port, "127.0.0.1", () => {
        const address = server.address();
        ready(typeof address === "object" && address !== null ? address.port : 0);
      });
    });
  const port = await listen(0);
  return {
    port,
    cut: () =>
      new Promise((closed) => {
        server.close(() => closed());
        for (const line of lines) line.destroy();
      }),
    open: async () => void (await listen(port)),
  };
}
