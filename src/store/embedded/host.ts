/** The machine and the user Plazo runs as; `uid` 0 makes the server drop to an unprivileged user. */
export interface Host {
  readonly uid: number;
  readonly gid: number;
  readonly user: string;
  readonly pid: number;
  /** As Node names them: "linux", "x64". */
  readonly platform: string;
  readonly arch: string;
}
