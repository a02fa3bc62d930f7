-- Several organisations for one brief: who leads, the pieces of the work, who was asked for which, and who holds it.
create table team (
  network_id uuid not null references network on delete cascade,
  id uuid not null,
  lead_organisation_id uuid not null references organisation on delete cascade,
  -- Absent once the brief was thrown away as a draft.
  brief_id uuid,
  title text not null,
  says text not null,
  answer_by date,
  starts_on date,
  ends_on date,
  made_at timestamptz not null,
  made_by uuid references person on delete set null,
  -- Goes up with every decision about seats, so that two at once meet here and one goes again with fresh eyes.
  turn int not null default 0,
  -- The brief has changed since its parts were taken over.
  brief_changed_at timestamptz,
  finished_at timestamptz,
  finished_by uuid references person on delete set null,
  ended_at timestamptz,
  ended_by uuid references person on delete set null,
  ended_because text,
  primary key (network_id, id),
  foreign key (network_id, brief_id) references brief on delete set null (brief_id),
  constraint a_team_ends_one_way check (num_nonnulls(finished_at, ended_at) <= 1)
);
create index team_by_id on team (id);
create index team_of_lead on team (lead_organisation_id, made_at desc, id);
create index team_for_brief on team (network_id, brief_id);

-- A team's own copy of the brief's parts: the lead may split, change and keep them apart without touching what the brief says to others.
create table team_part (
  network_id uuid not null,
  team_id uuid not null,
  id uuid not null,
  position int not null,
  says text not null,
  capability_id uuid,
  need text not null check (need in ('must', 'should')),
  size text,
  starts_on date,
  ends_on date,
  district text,
  brief_part_id uuid,
  -- What only its holders and the lead read.
  details text,
  -- Whoever accepts a part accepts it as it stood: this version of its words.
  version int not null default 1,
  changed_at timestamptz not null,
  need_to_know_at timestamptz,
  need_to_know_by uuid references person on delete set null,
  removed_at timestamptz,
  primary key (network_id, team_id, id),
  foreign key (network_id, team_id) references team on delete cascade,
  foreign key (network_id, capability_id) references capability
);

-- One possible team: A, B, C. What was chosen step by step is never written over, so that any step can be gone back to.
create table line_up (
  network_id uuid not null,
  team_id uuid not null,
  id uuid not null,
  name text not null,
  position int not null,
  made_at timestamptz not null,
  made_by uuid references person on delete set null,
  removed_at timestamptz,
  primary key (network_id, team_id, id),
  foreign key (network_id, team_id) references team on delete cascade
);

create table line_up_state (
  network_id uuid not null,
  team_id uuid not null,
  line_up_id uuid not null,
  number int not null,
  choices jsonb not null,
  -- What was done, as short words the room turns into a sentence.
  did jsonb not null,
  made_at timestamptz not null,
  made_by uuid references person on delete set null,
  primary key (network_id, team_id, line_up_id, number),
  foreign key (network_id, team_id, line_up_id) references line_up on delete cascade
);

-- A seat: one organisation asked for one or more parts. Without an organisation it waits for whoever was given the link.
create table seat (
  network_id uuid not null,
  team_id uuid not null,
  id uuid not null,
  organisation_id uuid references organisation on delete cascade,
  ask_id uuid,
  invited_at timestamptz not null,
  invited_by uuid references person on delete set null,
  nudged_at timestamptz,
  rivals_at timestamptz,
  rivals_said_by uuid references organisation on delete set null,
  taken_at timestamptz,
  taken_by uuid references person on delete set null,
  declined_at timestamptz,
  withdrawn_at timestamptz,
  closed_at timestamptz,
  closed_because text check (closed_because in ('taken', 'changed', 'silence', 'ended')),
  left_at timestamptz,
  primary key (network_id, team_id, id),
  foreign key (network_id, team_id) references team on delete cascade,
  constraint an_invitation_ends_one_way check (num_nonnulls(taken_at, declined_at, withdrawn_at, closed_at) <= 1),
  constraint only_who_sits_leaves check (left_at is null or taken_at is not null),
  constraint whoever_sits_has_a_name check (taken_at is null or organisation_id is not null),
  constraint a_closing_has_its_reason check ((closed_at is null) = (closed_because is null))
);
create index seat_by_id on seat (id);
create index seat_of_organisation on seat (organisation_id, network_id, team_id);

create table seat_part (
  network_id uuid not null,
  team_id uuid not null,
  seat_id uuid not null,
  part_id uuid not null,
  version int not null,
  held_at timestamptz,
  given_up_at timestamptz,
  -- The words changed under its holder, who has yet to say whether it still stands.
  changed_at timestamptz,
  change_ask_id uuid,
  claim_id uuid,
  proof_asked_at timestamptz,
  proof_ask_id uuid,
  proof_confirmed_at timestamptz,
  proof_denied_at timestamptz,
  primary key (network_id, team_id, seat_id, part_id),
  foreign key (network_id, team_id, seat_id) references seat on delete cascade,
  foreign key (network_id, team_id, part_id) references team_part on delete cascade
);
-- A part is held by one.
create unique index seat_part_held_by_one on seat_part (network_id, team_id, part_id) where held_at is not null and given_up_at is null;
create index seat_part_of_part on seat_part (network_id, team_id, part_id);

-- What was written with an invitation and its answer: for the two of them alone.
create table seat_word (
  network_id uuid not null,
  team_id uuid not null,
  seat_id uuid not null,
  for_name text,
  note text,
  answer_note text,
  suggests text,
  left_because text,
  primary key (network_id, team_id, seat_id),
  foreign key (network_id, team_id, seat_id) references seat on delete cascade
);

-- Rivals agree first: what the team is for, who does what, and what is never talked about. Each wording is kept; both agree to one.
create table seat_scope (
  network_id uuid not null,
  team_id uuid not null,
  seat_id uuid not null,
  number int not null,
  purpose text not null,
  scope text not null,
  never_discussed text[] not null,
  proposed_by uuid not null references organisation on delete cascade,
  proposed_at timestamptz not null,
  lead_agreed_at timestamptz,
  lead_agreed_by uuid references person on delete set null,
  holder_agreed_at timestamptz,
  holder_agreed_by uuid references person on delete set null,
  primary key (network_id, team_id, seat_id, number),
  foreign key (network_id, team_id, seat_id) references seat on delete cascade
);

-- Who was promised how much, and who got it, in each side's own words. Where both say the same it is confirmed.
create table workshare (
  network_id uuid not null,
  team_id uuid not null,
  seat_id uuid not null,
  part_id uuid not null,
  unit text not null check (unit in ('percent', 'pence', 'hours')),
  promised_lead bigint check (promised_lead >= 0),
  promised_lead_at timestamptz,
  promised_holder bigint check (promised_holder >= 0),
  promised_holder_at timestamptz,
  delivered_lead bigint check (delivered_lead >= 0),
  delivered_lead_at timestamptz,
  delivered_holder bigint check (delivered_holder >= 0),
  delivered_holder_at timestamptz,
  primary key (network_id, team_id, seat_id, part_id),
  foreign key (network_id, team_id, seat_id, part_id) references seat_part on delete cascade
);

create table team_capacity (
  network_id uuid not null,
  team_id uuid not null,
  id uuid not null,
  organisation_id uuid not null references organisation on delete cascade,
  ask_id uuid,
  asked_at timestamptz not null,
  asked_by uuid references person on delete set null,
  answered_at timestamptz,
  answer text check (answer in ('yes', 'from', 'partly', 'no')),
  from_on date,
  says text,
  ended_at timestamptz,
  primary key (network_id, team_id, id),
  foreign key (network_id, team_id) references team on delete cascade,
  constraint an_answer_has_its_time check ((answered_at is null) = (answer is null)),
  constraint from_has_its_day check ((answer = 'from') = (from_on is not null))
);
create index team_capacity_of_organisation on team_capacity (network_id, team_id, organisation_id, asked_at desc);

-- The team's room: what was decided, what falls when, papers, and one thread for each part.
create table team_entry (
  network_id uuid not null,
  team_id uuid not null,
  id uuid not null,
  part_id uuid,
  kind text not null check (kind in ('word', 'decision', 'date', 'file')),
  says text not null,
  on_day date,
  file_id uuid references stored_file on delete set null,
  organisation_id uuid not null references organisation on delete cascade,
  made_at timestamptz not null,
  made_by uuid references person on delete set null,
  removed_at timestamptz,
  primary key (network_id, team_id, id),
  foreign key (network_id, team_id) references team on delete cascade,
  foreign key (network_id, team_id, part_id) references team_part on delete cascade,
  constraint a_date_has_its_day check (kind <> 'date' or on_day is not null)
);
create index team_entry_newest on team_entry (network_id, team_id, made_at desc, id);

grant select, insert, update, delete on team, team_part, line_up, line_up_state, seat, seat_part, seat_word, seat_scope, workshare, team_capacity, team_entry to guildhall_app;
