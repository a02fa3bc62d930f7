-- What came of a job done together. The job itself stands among the answers of its parties; here is how it ended, who did which piece,
-- what each keeps to itself, and the customer's word.
create table outcome (
  id uuid primary key,
  job_id uuid not null unique references job on delete cascade,
  noted_by_organisation uuid not null references organisation on delete cascade,
  noted_by uuid references person on delete set null,
  noted_at timestamptz not null,
  network_id uuid references network on delete set null,
  -- The team whose work it was. A team has one outcome.
  team_id uuid unique,
  ending text not null check (ending in ('done', 'done_late', 'stopped_early')),
  foreign key (network_id, team_id) references team (network_id, id) on delete set null (team_id)
);
create index outcome_by_noter on outcome (noted_by_organisation, noted_at desc, id);

-- Who did what. A piece kept apart in the team stays between its holder and whoever noted it.
create table outcome_part (
  outcome_id uuid not null references outcome on delete cascade,
  position int not null,
  organisation_id uuid not null references organisation on delete cascade,
  says text,
  network_id uuid,
  capability_id uuid,
  apart_at timestamptz,
  primary key (outcome_id, position),
  foreign key (network_id, capability_id) references capability (network_id, id) on delete set null (capability_id)
);
create index outcome_part_of on outcome_part (organisation_id, outcome_id);

-- What each party keeps to itself, and how it was asked.
create table outcome_side (
  organisation_id uuid not null references organisation on delete cascade,
  outcome_id uuid not null references outcome on delete cascade,
  -- How many times bigger than its usual job.
  times_bigger numeric(6, 1) check (times_bigger between 0.1 and 10000),
  ask_id uuid references ask on delete set null,
  primary key (organisation_id, outcome_id)
);

-- The customer, asked by link for a word. One of each outcome.
create table outcome_customer (
  outcome_id uuid primary key references outcome on delete cascade,
  name text not null,
  witness_id uuid not null,
  ask_id uuid references ask on delete set null,
  asked_at timestamptz not null,
  says text,
  said_at timestamptz,
  -- Others may read it, under the customer's name.
  shown_at timestamptz,
  declined_at timestamptz,
  constraint words_have_their_time check ((says is null) = (said_at is null)),
  constraint only_words_are_shown check (shown_at is null or said_at is not null)
);

grant select, insert, update, delete on outcome, outcome_part, outcome_side, outcome_customer to guildhall_app;
