-- Being signed in on one device. The token itself is never stored, only its SHA-256; `key` is the part that finds the row.
-- What the person acts as just now stands here, but no rights: those are looked up each time.
create table session (
  id uuid primary key,
  key text not null unique,
  hash bytea not null,
  person_id uuid not null references person on delete cascade,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  proved_at timestamptz not null,
  ended_at timestamptz,
  how text not null,
  device text not null,
  address text not null,
  acting_for uuid,
  in_network uuid
);
create index session_of_person on session (person_id, seen_at desc) where ended_at is null;
create index session_by_age on session (seen_at);

alter table session enable row level security;
create policy session_of_ones_own on session to guildhall_app
  using ((select asking_house()) or person_id = (select asking_person()));
grant select, insert, update, delete on session to guildhall_app;
