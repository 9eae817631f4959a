import { SMTPServer } from "smtp-server";

/** A mail as it reached the server. */
export interface Arrived {
  readonly to: string;
  readonly messageId: string;
  readonly raw: string;
  /** Milliseconds of the process's clock when the server answered that it was accepted. */
  readonly at: number;
}

export interface MailServer {
  readonly url: string;
  readonly arrived: readonly Arrived[];
  /** What is done once a mail is whole and before it is accepted. */
  before: (mail: Arrived) => Promise<void> | void;
  close(): Promise<void>;
}

/** A mail server of the test's own on this machine, that takes everything and writes it down. */
export function mailServer(): Promise<MailServer> {
  const arrived: Arrived[] = [];
  const own = { before: (_mail: Arrived): Promise<void> | void => undefined };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    disableReverseLookup: true,
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => void parts.push(part));
      stream.on("end", () => {
        const raw = Buffer.concat(parts).toString("utf8");
        const to = session.envelope.rcptTo[0]?.address ?? "";
        const messageId = /^message-id: *(\S+)/imu.exec(raw)?.[1] ?? "";
        const mail = { to, messageId, raw, at: performance.now() };
        void Promise.resolve(own.before(mail)).then(() => {
          arrived.push({ ...mail, at: performance.now() });
          done();
        });
      });
    },
  });
  // A client that is killed cuts its line: that is what these tests are about.
  server.on("error", () => undefined);
  return new Promise((ready) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      ready({
        url: `smtp://127.0.0.1:${port}`,
        arrived,
        get before() {
          return own.before;
        },
        set before(what) {
          own.before = what;
        },
        close: () => new Promise((closed) => server.close(() => closed())),
      });
    });
  });
}
