import { createHash } from 'node:crypto'
import type pg from 'pg'
import { withClient } from '../postgres/roles.ts'

export type Change = { readonly name: string; readonly sql: string }

/** Every kind of thing that has made somebody's restore fail: circles, generated and identity columns, odd names, walls. */
export const CHANGES: readonly Change[] = [
  {
    name: '0001-begin',
    sql: `
      create extension if not exists citext;
      create type colour as enum ('red', 'grün', 'with, comma');
      create domain pence as bigint check (value >= 0);
      create table member (
        number int generated always as identity primary key,
        name text not null,
        team int,
        mentor int references member deferrable initially deferred,
        loud text generated always as (upper(name)) stored);
      create table team (id int primary key, name citext unique, led_by int references member on delete set null);
      alter table member add constraint plays_in foreign key (team) references team on update cascade;
      comment on constraint plays_in on member is 'it''s a circle';
      create table "Odd, ""name""\nhere" ("a b" int primary key, "select" text, constraint "odd key" unique ("select"));
      create table thing (
        id uuid primary key, bytes bytea, doc jsonb, words text[], grid int[][], during tsrange, days daterange[], at timestamptz,
        on_day date, amount numeric, half double precision, fee pence, tint colour, took interval, flag boolean, address inet, found tsvector);
      create table empty (id int primary key);
      create table no_columns ();
      create table seeded (word text primary key);
      insert into seeded values ('from the migration'), ('also from it');`,
  },
  {
    name: '0002-more',
    sql: `
      create table walled (id int primary key, owner text);
      alter table walled enable row level security;
      create policy own on walled to guildhall_app using (owner = current_setting('test.owner', true));
      grant select on walled to guildhall_app;
      create table happening (at date not null, what text) partition by range (at);
      create table happening_2025 partition of happening for values from ('2025-01-01') to ('2026-01-01');
      create table happening_rest partition of happening default;
      create table touched (id serial primary key, team int references team, times int not null default 0);
      create function touch() returns trigger language plpgsql as $$ begin new.times := new.times + 1; return new; end $$;
      create trigger touch before insert or update on touched for each row execute function touch();
      create trigger asleep after insert on touched for each row execute function touch();
      alter table touched disable trigger asleep;
      create view seen as select name from member;`,
  },
]

/** The house's own runner in miniature. */
export async function carryOut(connection: pg.ClientConfig, changes: readonly Change[]): Promise<void> {
  await withClient(connection, async (client) => {
    await client.query('create table if not exists migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now())')
    for (const { name, sql } of changes) {
      await client.query(sql)
      await client.query('insert into migration (name, sha256) values ($1, $2)', [name, createHash('sha256').update(sql).digest('hex')])
    }
  })
}

export async function fillWithEverything(connection: pg.ClientConfig): Promise<void> {
  await withClient(connection, async (client) => {
    await client.query(`
      begin;
      insert into team values (1, 'Ünïcode 🎺 \\N \\\\ tab\there', null), (2, 'plain', null);
      insert into member (name, team, mentor) select 'name ' || i, 1 + i % 2, nullif((i * 7) % 301, 0) from generate_series(1, 300) i;
      update team set led_by = id * 10;
      insert into "Odd, ""name""\nhere" values (1, E'line\nbreak\r\n\ttab "quote" \\. \\N'), (2, null), (3, ''), (4, '\\.');
      insert into thing select gen_random_uuid(), sha256(i::text::bytea) || '\\x000a0d5c'::bytea, jsonb_build_object('n', i, 'deep', jsonb_build_array(null, '€', 1.50)),
        array['a,b', null, '', '"', '\\'], array[[1, 2], [3, i]], tsrange('2025-01-01', null), array[daterange('2025-01-01', '2025-02-01'), 'empty'],
        timestamptz '2025-03-30 01:30:00.123456+00' + i * interval '1 hour', date 'infinity', ('1e-20')::numeric + i, 0.1 + i / 3.0, i, 'grün', interval '1 mon 2 days 03:04:05.6', i % 2 = 0, '::1', to_tsvector('english', 'Working partners')
        from generate_series(1, 50) i;
      insert into thing (id, half, amount) values (gen_random_uuid(), 'NaN', 'NaN'), (gen_random_uuid(), '-Infinity', 0);
      insert into no_columns default values; insert into no_columns default values;
      delete from seeded where word = 'also from it'; insert into seeded values ('later');
      insert into walled values (1, 'one'), (2, 'two');
      insert into happening values ('2025-05-05', 'then'), ('2030-01-01', 'later');
      insert into touched (team) values (1), (2), (null);
      commit`)
  })
}

/** Everything one can see, in an order of its own. */
export async function rowsOf(connection: pg.ClientConfig): Promise<Record<string, unknown>> {
  return withClient(connection, async (client) => {
    const { rows } = await client.query("select relname as name from pg_class where relkind in ('r', 'v') and relnamespace = 'public'::regnamespace order by 1")
    const all: Record<string, unknown> = {}
    for (const { name } of rows) all[name] = (await client.query(`select t::text as row from "${name.replaceAll('"', '""')}" t order by 1`)).rows
    return all
  })
}
