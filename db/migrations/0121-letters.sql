-- How often somebody wants the letter of an organisation they work for, and what it has told them already, so that it never says it again.
create table letter_habit (
  person_id uuid not null references person on delete cascade,
  organisation_id uuid not null references organisation on delete cascade,
  rhythm text check (rhythm in ('weekly', 'monthly', 'never')),
  chosen_at timestamptz,
  -- When we last looked whether there is something to write, and when there last was.
  looked_at timestamptz,
  written_at timestamptz,
  primary key (person_id, organisation_id),
  constraint chosen_at_some_time check ((rhythm is null) = (chosen_at is null))
);
create table letter_said (
  person_id uuid not null,
  organisation_id uuid not null,
  kind text not null check (kind in ('turn', 'notice', 'look')),
  thing_id uuid not null,
  said_at timestamptz not null,
  primary key (person_id, organisation_id, kind, thing_id),
  foreign key (person_id, organisation_id) references letter_habit on delete cascade
);
grant select, insert, update, delete on letter_habit, letter_said to guildhall_app;

alter table letter_habit enable row level security;
create policy letter_habit_of_ones_own on letter_habit to guildhall_app
  using ((select asking_house()) or person_id = (select asking_person())) with check ((select asking_house()) or person_id = (select asking_person()));
alter table letter_said enable row level security;
create policy letter_said_of_ones_own on letter_said for select to guildhall_app using ((select asking_house()) or person_id = (select asking_person()));
create policy letter_said_is_written on letter_said for insert to guildhall_app with check ((select asking_house()));
create policy letter_said_is_cleared on letter_said for delete to guildhall_app using ((select asking_house()));

-- Mail programs show a button that stops letters of this kind, where the letter names the address that does (RFC 2369, RFC 8058).
alter table mail add column stop_link text;
