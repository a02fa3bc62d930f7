-- What a program signs in with: made by a person, for what it may do and until when. Shown once; only its SHA-256 is kept.
create table api_token (
  id uuid primary key,
  key text not null unique,
  hash bytea not null,
  person_id uuid not null references person on delete cascade,
  organisation_id uuid,
  network_id uuid,
  name text not null,
  scopes text[] not null constraint a_token_may_do_something check (cardinality(scopes) > 0),
  made_at timestamptz not null,
  ends_at timestamptz not null constraint a_token_ends check (ends_at > made_at),
  used_at timestamptz,
  withdrawn_at timestamptz
);
create index api_token_of_person on api_token (person_id, made_at desc);

alter table api_token enable row level security;
create policy api_token_of_ones_own on api_token to guildhall_app
  using ((select asking_house()) or person_id = (select asking_person()));
grant select, insert, update, delete on api_token to guildhall_app;
