/** Codes of a server that cannot be reached or is not taking work, or of a disk that is full or takes nothing: Node's, and PostgreSQL's classes 08, 53 and 57P. */
const away =
  /^(ECONNREFUSED|ECONNRESET|ENOENT|ETIMEDOUT|EPIPE|ENOSPC|EDQUOT|EROFS|EACCES|EMFILE|ENFILE|08...|53...|57P..)$/u;

/** Whether a fault says that the database or the disk is away for the moment, rather than that something is wrong with us. */
export function isUnavailable(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false;
  const code: unknown = "code" in fault ? fault.code : undefined;
  if (typeof code === "string" && away.test(code)) return true;
  return /timeout exceeded when trying to connect|Connection terminated/u.test(fault.message);
}
