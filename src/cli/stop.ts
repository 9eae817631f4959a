/** The part of a process that tells it to stop. */
export interface Stoppable {
  on(event: "SIGTERM" | "SIGINT" | "SIGHUP" | "disconnect", heard: () => void): unknown;
}

/**
 * Settles at the first signal to stop, or when the launcher that started this process is gone. The
 * signals that follow are heard and change nothing: a terminal sends Ctrl-C to the launcher as well,
 * which passes it on, and a second one unheard would end the process before its database.
 */
export function stopSignal(process: Stoppable): Promise<void> {
  return new Promise((stop) => {
    for (const event of ["SIGTERM", "SIGINT", "SIGHUP", "disconnect"] as const) {
      process.on(event, () => stop());
    }
  });
}
