/** What the server keeps in memory and does; `durable` false is for tests that lose nothing of worth. */
export interface ServerSettings {
  readonly durable: boolean;
  readonly connections: number;
}

/**
 * The server's settings, on its command line so that the folder holds none. Modest in memory (all of
 * Plazo at rest stays under 300 MB), no parallel workers, no replication, no compiler (`jit`), no
 * address but the unix socket. Errors that the application handles are not logged: their details
 * are people's data.
 */
export function serverArguments(
  settings: ServerSettings,
  paths: Readonly<Record<string, string>>,
): string[] {
  const wanted: Record<string, string | number> = {
    ...paths,
    listen_addresses: "",
    port: 5432,
    unix_socket_permissions: "0700",
    max_connections: settings.connections,
    shared_buffers: "32MB",
    work_mem: "4MB",
    maintenance_work_mem: "32MB",
    effective_cache_size: "512MB",
    io_method: "sync",
    max_worker_processes: 2,
    max_parallel_workers: 0,
    max_parallel_workers_per_gather: 0,
    max_parallel_maintenance_workers: 0,
    autovacuum_max_workers: 1,
    autovacuum_worker_slots: 2,
    max_logical_replication_workers: 0,
    max_wal_senders: 0,
    wal_level: "minimal",
    max_wal_size: "512MB",
    jit: "off",
    timezone: "UTC",
    log_timezone: "UTC",
    log_min_messages: "log",
    log_min_error_statement: "panic",
    log_checkpoints: "off",
    log_line_prefix: "%m [%p] ",
    fsync: settings.durable ? "on" : "off",
    synchronous_commit: settings.durable ? "on" : "off",
    full_page_writes: settings.durable ? "on" : "off",
  };
  return Object.entries(wanted).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/** A folder as an item of a setting that is a list of folders: quoted, so that commas are its own. */
export function listedFolder(folder: string): string {
  return `"${folder.replaceAll('"', '""')}"`;
}

/** `pg_hba.conf`: nobody but the operating system's users of the map, by the socket. */
export const accessRules = "local all all peer map=plazo\n";

/** `pg_ident.conf`: each of these users of the machine may be any of our roles. */
export function userMap(users: readonly string[]): string {
  return [...new Set(users)].map((user) => `plazo "${user.replaceAll('"', '""')}" all\n`).join("");
}
