-- Everything of an organisation or a network on its way back in: the file waits two days for the one person who brought it. What it did
-- and into which of ours is kept, so that the same file brought once more finds its way and changes nothing.
create table brought_file (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  kind text not null check (kind in ('organisation', 'network')),
  -- The id it had where it was taken out, and its name there.
  from_id uuid not null,
  title text not null,
  file_name text not null,
  file_sha256 text not null,
  bytes bigint not null,
  -- Into one of ours; absent while it is to be a new one.
  organisation_id uuid references organisation on delete cascade,
  network_id uuid references network on delete cascade,
  brought_at timestamptz not null,
  ends_at timestamptz not null,
  work_id uuid,
  done_at timestamptz,
  said text,
  constraint into_one_thing check (num_nonnulls(organisation_id, network_id) <= 1)
);
create index brought_file_by_person on brought_file (person_id, brought_at desc);
create index brought_file_to_end on brought_file (ends_at) where done_at is null;
grant select, insert, update, delete on brought_file to guildhall_app;
alter table brought_file enable row level security;
create policy brought_file_of_its_person on brought_file to guildhall_app
  using ((select asking_house()) or person_id = (select asking_person())) with check ((select asking_house()) or person_id = (select asking_person()));

-- What an organisation knew of its bonds with others in another house. The others said yes there and not here, so it comes in as notes
-- that only its own people read, and binds nobody.
create table kept_note (
  organisation_id uuid not null references organisation on delete cascade,
  id uuid not null,
  kind text not null check (kind in ('partnership', 'recommendation', 'referral', 'bench', 'cover', 'outcome', 'team')),
  about text not null,
  says text not null,
  on_day date,
  brought_at timestamptz not null,
  primary key (organisation_id, id)
);
create index kept_note_newest on kept_note (organisation_id, kind, on_day desc, id);
grant select, insert, update, delete on kept_note to guildhall_app;
alter table kept_note enable row level security;
create policy kept_note_is_ours on kept_note for select to guildhall_app
  using ((select asking_house()) or organisation_id = (select acting_for(asking_person(), asking_organisation())));
create policy kept_note_is_brought on kept_note for insert to guildhall_app with check ((select asking_house()));
create policy kept_note_is_changed on kept_note for update to guildhall_app using ((select asking_house())) with check ((select asking_house()));
create policy kept_note_is_thrown_away on kept_note for delete to guildhall_app
  using ((select asking_house()) or keeps(asking_person(), asking_organisation(), organisation_id));
