-- The secret link by which somebody's own calendar program reads their dates: one a person, made anew or taken away whenever they like.
-- Only its SHA-256 is kept; it can be shown again from its id by the key outside the database (decision 007).
create table calendar_link (
  person_id uuid primary key references person on delete cascade,
  id text not null unique,
  hash bytea not null,
  made_at timestamptz not null
);
grant select, insert, update, delete on calendar_link to guildhall_app;

alter table calendar_link enable row level security;
create policy calendar_link_of_ones_own on calendar_link to guildhall_app
  using ((select asking_house()) or person_id = (select asking_person())) with check ((select asking_house()) or person_id = (select asking_person()));
