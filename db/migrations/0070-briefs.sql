-- A brief says what needs to be done: a job too big for one, in parts. It belongs to an organisation and happens inside a network.
create table brief (
  network_id uuid not null references network on delete cascade,
  id uuid not null,
  organisation_id uuid not null references organisation on delete cascade,
  title text not null,
  says text,
  for_whom text,
  district text,
  answer_by date,
  starts_on date,
  ends_on date,
  open_to_rivals boolean not null default true,
  sight text not null default 'network' check (sight in ('only_us', 'partners', 'network', 'anyone')),
  -- Where it was read from: the number of a published tender.
  source text,
  written_at timestamptz not null,
  written_by uuid references person on delete set null,
  changed_at timestamptz not null,
  published_at timestamptz,
  published_by uuid references person on delete set null,
  withdrawn_at timestamptz,
  withdrawn_by uuid references person on delete set null,
  -- By nobody where its day had passed.
  closed_at timestamptz,
  closed_by uuid references person on delete set null,
  primary key (network_id, id),
  unique (network_id, id, organisation_id),
  constraint published_with_a_day_to_answer_by check (published_at is null or answer_by is not null),
  constraint ends_after_it_starts check (ends_on >= starts_on),
  constraint only_what_was_published_ends check (published_at is not null or num_nonnulls(withdrawn_at, closed_at) = 0)
);
-- The list of open briefs walks this in its order: what closes first, first.
create index brief_open on brief (network_id, answer_by, id) where published_at is not null and withdrawn_at is null and closed_at is null;
create index brief_by_owner on brief (organisation_id, network_id, id);

-- What it may be worth, as a band: a row of its own, because only its owner ever sees it.
create table brief_value (
  network_id uuid not null,
  brief_id uuid not null,
  band text not null check (band in ('under_1k', '1k_5k', '5k_25k', '25k_100k', '100k_500k', 'over_500k')),
  primary key (network_id, brief_id),
  foreign key (network_id, brief_id) references brief on delete cascade
);

-- One piece of the job. `wants` is the capability's own title, or free words where the vocabulary has none; it is kept here because
-- a brief may be shown to people who do not see the vocabulary.
create table brief_part (
  network_id uuid not null,
  brief_id uuid not null,
  id uuid not null,
  position integer not null,
  says text not null,
  capability_id uuid,
  wants text,
  need text not null default 'must' check (need in ('must', 'should')),
  size text,
  starts_on date,
  ends_on date,
  district text,
  removed_at timestamptz,
  removed_by uuid references person on delete set null,
  primary key (network_id, brief_id, id),
  foreign key (network_id, brief_id) references brief on delete cascade,
  foreign key (network_id, capability_id) references capability (network_id, id) on delete set null (capability_id),
  constraint ends_after_it_starts check (ends_on >= starts_on)
);
create index brief_part_in_order on brief_part (network_id, brief_id, position, id);
create index brief_part_by_capability on brief_part (network_id, capability_id, brief_id) where capability_id is not null and removed_at is null;

-- A light first answer: on a part, or on the whole. Every one is answered, or ends in silence that is told.
create table interest (
  network_id uuid not null,
  brief_id uuid not null,
  id uuid not null,
  organisation_id uuid not null references organisation on delete cascade,
  -- Whose brief it is, held by the key, so that both sides can be known from the row.
  brief_owner_id uuid not null,
  part_id uuid,
  says text not null,
  made_at timestamptz not null,
  made_by uuid references person on delete set null,
  ask_id uuid references ask on delete set null,
  answered_at timestamptz,
  answered_by uuid references person on delete set null,
  answer text check (answer in ('welcomed', 'declined')),
  answer_says text,
  -- Nobody answered in time; an answer may still come.
  lapsed_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by uuid references person on delete set null,
  primary key (network_id, brief_id, id),
  foreign key (network_id, brief_id, brief_owner_id) references brief (network_id, id, organisation_id) on delete cascade,
  foreign key (network_id, brief_id, part_id) references brief_part on delete set null (part_id),
  constraint answered_in_a_word check ((answered_at is null) = (answer is null)),
  constraint not_in_ones_own check (organisation_id <> brief_owner_id)
);
create unique index interest_once on interest (network_id, brief_id, organisation_id, part_id) nulls not distinct where withdrawn_at is null;
create index interest_of on interest (organisation_id, made_at desc, id);

-- What was read out of a pasted tender or a file, while its owner looks through it. Forgotten once used, or after a week.
create table brief_reading (
  organisation_id uuid not null references organisation on delete cascade,
  network_id uuid not null references network on delete cascade,
  id uuid not null,
  brief_id uuid,
  found jsonb not null,
  made_at timestamptz not null,
  made_by uuid references person on delete set null,
  primary key (organisation_id, id),
  foreign key (network_id, brief_id) references brief on delete cascade
);
create index brief_reading_by_age on brief_reading (made_at);

grant select, insert, update, delete on brief, brief_value, brief_part, interest, brief_reading to guildhall_app;

-- The facts that sight of a brief rests on; each is asked once a query, with the owner's eyes (see 0042).
-- Things of one kind that were shown to us by a grant that has not ended: briefs now, what later rooms show in the same way.
create function granted_things(person uuid, organisation uuid, kind text, at timestamptz) returns uuid[]
  language plpgsql stable parallel safe security definer set search_path = public, pg_temp as $$
begin
  return array(select g.subject_id from sight_grant g
    where g.to_organisation_id = acting_for(person, organisation) and g.subject_kind = kind and g.withdrawn_at is null and g.from_at <= at and g.until_at > at);
end $$;

-- Briefs that we have shown interest in: whoever answered a brief goes on seeing what they answered.
create function interested_in(person uuid, organisation uuid) returns uuid[]
  language plpgsql stable parallel safe security definer set search_path = public, pg_temp as $$
begin
  return array(select distinct i.brief_id from interest i where i.organisation_id = acting_for(person, organisation) and i.withdrawn_at is null);
end $$;
