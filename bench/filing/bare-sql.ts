// A load generator: one statement that writes four rows, in a transaction of its own.
import { randomUUID } from "node:crypto";
import { Pool } from "pg";
import { withClient } from "../../src/store/connect.ts";
import { clientConfig } from "../../src/store/connection.ts";
import type { Connection } from "../../src/store/connection.ts";
import { generate } from "../kit/load.ts";

const connection = JSON.parse(process.argv[2] ?? "") as Connection;

await withClient(connection, "owner", (client) =>
  client.query(`create schema if not exists bare;
    create table if not exists bare.ticket (desk_id text not null, number bigint not null, subject text not null,
      state text not null, filed_at timestamptz not null, sorts_at timestamptz not null, fold jsonb not null, primary key (desk_id, number));
    create index if not exists ticket_queue on bare.ticket (desk_id, sorts_at, number);
    create table if not exists bare.ticket_event (desk_id text not null, ticket bigint not null, seq integer not null,
      at timestamptz not null, fact jsonb not null, primary key (desk_id, ticket, seq));
    create table if not exists bare.message (desk_id text not null, ticket bigint not null, id uuid not null,
      at timestamptz not null, text text not null, primary key (desk_id, ticket, id));
    create table if not exists bare.outbox (desk_id text not null, id uuid not null, ticket bigint not null,
      state text not null, due timestamptz not null, payload jsonb not null, primary key (desk_id, id));
    create index if not exists outbox_due on bare.outbox (due, desk_id, id) where state = 'pending'`),
);

const pool = new Pool({ ...clientConfig(connection, "owner"), max: Number(process.argv[3]) });

const text = `with t as (insert into bare.ticket values ($1, $2, $3, 'recibido', $4, $5, $6)),
  e as (insert into bare.ticket_event values ($1, $2, 1, $4, $7)),
  m as (insert into bare.message values ($1, $2, $8, $4, $9))
  insert into bare.outbox values ($1, $10, $2, 'pending', $4, $11)`;

const words = "Al cargar la factura el portal muestra «Error 305: fecha de emisión fuera de rango».";
const fold = JSON.stringify({ subject: words, severity: "bajo", level: "", requester: { address: "cliente@example.com" } });
const fact = JSON.stringify({ type: "filed", channel: "form", fields: { tipo: "contrasena" } });
const payload = JSON.stringify({ to: "cliente@example.com", subject: "HD-1", text: words });

let made = Date.now() * 1_000;

function row(): readonly unknown[] {
  const number = (made += 1);
  const now = new Date().toISOString();
  return ["hib2b", number, words, now, now, fold, fact, randomUUID(), words, randomUUID(), payload];
}

generate<readonly unknown[]>({
  prepare: ({ count }) => Promise.resolve(Array.from({ length: count }, row)),
  client: () =>
    Promise.resolve({
      async do(values) {
        await pool.query({ name: "bare", text, values: [...values] });
      },
      close: () => Promise.resolve(),
    }),
});
