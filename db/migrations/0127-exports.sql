-- Everything of an organisation or a network as one file, for the person who asked, for two days. Who fetched it is in the log.
create table export_made (
  id uuid primary key,
  organisation_id uuid references organisation on delete cascade,
  network_id uuid references network on delete cascade,
  person_id uuid not null references person on delete cascade,
  title text not null,
  bytes bigint not null,
  made_at timestamptz not null,
  ends_at timestamptz not null,
  constraint of_one_thing check (num_nonnulls(organisation_id, network_id) = 1)
);
create index export_made_by_person on export_made (person_id, made_at desc);
create index export_made_to_end on export_made (ends_at);
grant select, insert, update, delete on export_made to guildhall_app;
alter table export_made enable row level security;
create policy export_made_for_its_person on export_made to guildhall_app
  using ((select asking_house()) or person_id = (select asking_person())) with check ((select asking_house()));
