import type { ClientBase } from "pg";

/** A table as the database describes it, for export and import. */
export interface TableShape {
  /** With its schema, quoted where it must be. */
  readonly name: string;
  readonly columns: readonly string[];
  /** The columns' types, in the same order. */
  readonly types: readonly string[];
  /** The primary key's columns, quoted, for a steady order; all columns where there is none. */
  readonly order: string;
}

/** Tables whose schema is ours: `plazo`, and those beside it such as `plazo_auth`. */
const ours = "(n.nspname = 'plazo' or n.nspname like 'plazo\\_%')";

/** Describes every table that is logged, in a steady order, but the list of migrations, which belongs to the program, and the mark of the installation's secret. */
export async function readTables(client: Pick<ClientBase, "query">): Promise<TableShape[]> {
  const found = await client.query<TableShape>(`
    select c.oid::regclass::text as name,
           array_agg(quote_ident(a.attname) order by a.attnum) as columns,
           array_agg(format_type(a.atttypid, a.atttypmod) order by a.attnum) as types,
           coalesce((select string_agg(quote_ident(k.attname), ', ' order by array_position(i.indkey::int2[], k.attnum))
                       from pg_index i join pg_attribute k on k.attrelid = i.indrelid and k.attnum = any(i.indkey)
                      where i.indrelid = c.oid and i.indisprimary),
                    string_agg(quote_ident(a.attname), ', ' order by a.attnum)) as "order"
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where ${ours} and c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence = 'p'
       and (n.nspname, c.relname) not in (('plazo', 'migration'), ('plazo', 'secret_mark'))
     group by c.oid, n.nspname, c.relname order by n.nspname, c.relname`);
  return found.rows;
}

/** The names of the sequences, each with its schema. */
export async function readSequences(client: Pick<ClientBase, "query">): Promise<string[]> {
  const found = await client.query<{ name: string }>(`
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where ${ours} and c.relkind = 'S' order by n.nspname, c.relname`);
  return found.rows.map((row) => row.name);
}

/** A foreign key and how to make it again. */
export interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/** The foreign keys between our tables. */
export async function readForeignKeys(client: Pick<ClientBase, "query">): Promise<ForeignKey[]> {
  const found = await client.query<ForeignKey>(`
    select k.conrelid::regclass::text as "table", quote_ident(k.conname) as name, pg_get_constraintdef(k.oid) as definition
      from pg_constraint k join pg_namespace n on n.oid = k.connamespace
     where ${ours} and k.contype = 'f' and k.conparentid = 0 order by 1, 2`);
  return found.rows;
}
