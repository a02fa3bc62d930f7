-- What somebody has put off until a day: it waits on them still, and is out of their way until then.
create table snooze (
  person_id uuid not null references person on delete cascade,
  ask_id uuid not null references ask on delete cascade,
  until_on date not null,
  snoozed_at timestamptz not null,
  primary key (person_id, ask_id)
);

-- The first steps, put away by somebody who has had enough of them; they stay under Help.
create table first_steps (
  person_id uuid not null references person on delete cascade primary key,
  put_away_at timestamptz,
  -- When they first looked at who fits them.
  looked_at timestamptz
);

-- Who may be worth a look today, found once a day. Anything that changes for either takes the line away.
create table worth_a_look_day (
  organisation_id uuid not null references organisation on delete cascade primary key,
  on_day date not null
);
create table worth_a_look (
  organisation_id uuid not null references organisation on delete cascade,
  other_id uuid not null references organisation on delete cascade,
  network_id uuid not null references network on delete cascade,
  place int not null,
  lens text not null,
  because text not null,
  primary key (organisation_id, other_id)
);
create index worth_a_look_other on worth_a_look (other_id);

grant select, insert, update, delete on snooze, first_steps, worth_a_look_day, worth_a_look to guildhall_app;

alter table snooze enable row level security;
create policy snooze_of_ones_own on snooze to guildhall_app
  using ((select asking_house()) or person_id = (select asking_person())) with check ((select asking_house()) or person_id = (select asking_person()));
alter table first_steps enable row level security;
create policy first_steps_of_ones_own on first_steps to guildhall_app
  using ((select asking_house()) or person_id = (select asking_person())) with check ((select asking_house()) or person_id = (select asking_person()));
alter table worth_a_look_day enable row level security;
create policy worth_a_look_day_of_ones_own on worth_a_look_day to guildhall_app
  using ((select asking_house()) or organisation_id = (select acting_for(asking_person(), asking_organisation()))) with check ((select asking_house()));
alter table worth_a_look enable row level security;
create policy worth_a_look_of_ones_own on worth_a_look to guildhall_app
  using ((select asking_house()) or organisation_id = (select acting_for(asking_person(), asking_organisation()))) with check ((select asking_house()));
