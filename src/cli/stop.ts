/** The part of a process that tells it to stop. */
export interface Stoppable {
  once(event: "SIGTERM" | "SIGINT" | "SIGHUP" | "disconnect", heard: () => void): unknown;
}

/** Settles at the first signal to stop, or when the launcher that started this process is gone. */
export function stopSignal(process: Stoppable): Promise<void> {
  return new Promise((stop) => {
    for (const event of ["SIGTERM", "SIGINT", "SIGHUP", "disconnect"] as const) {
      process.once(event, () => stop());
    }
  });
}
