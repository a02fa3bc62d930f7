-- The bond of two organisations, many to many, across networks. What both share stands here; what each keeps to itself on its side.
-- Until the other says yes only whoever noted it has a side, and so only they see it.
create table partnership (
  id uuid primary key,
  one_id uuid not null references organisation on delete cascade,
  other_id uuid not null references organisation on delete cascade,
  noted_by_organisation uuid not null references organisation on delete cascade,
  noted_by uuid references person on delete set null,
  noted_at timestamptz not null,
  agreed_at timestamptz,
  stage text not null check (stage in ('noted', 'met', 'trust', 'work_together', 'agreement')),
  met_through text check (met_through in ('place', 'person', 'thing')),
  met_what text,
  -- Whoever brought them together.
  met_by uuid references organisation on delete set null,
  met_on date,
  aim text,
  next_says text,
  next_on date,
  resting_since timestamptz,
  resting_by uuid references organisation on delete set null,
  ended_at timestamptz,
  ended_by uuid references organisation on delete set null,
  last_moment_at timestamptz not null,
  unique (one_id, other_id),
  constraint in_one_order check (one_id < other_id),
  constraint noted_by_one_of_the_two check (noted_by_organisation in (one_id, other_id)),
  constraint nobody_introduces_themselves check (met_by not in (one_id, other_id))
);
create index partnership_of_other on partnership (other_id, one_id);
create index partnership_by_introducer on partnership (met_by) where met_by is not null;
create index partnership_by_last_moment on partnership (last_moment_at) where agreed_at is not null and ended_at is null and resting_since is null;

create table partnership_side (
  organisation_id uuid not null references organisation on delete cascade,
  partnership_id uuid not null references partnership on delete cascade,
  partner_id uuid not null references organisation on delete cascade,
  -- The partner's name as this side may know it: kept true once both agreed, as it was when noted until then.
  called text not null,
  -- How far it has grown in this side's own words. A tie rests on the earlier of the two.
  said_stage text not null check (said_stage in ('noted', 'met', 'trust', 'work_together', 'agreement')),
  -- Who may know of the tie, as far as this side is asked. The narrower of the two decides.
  shows text not null default 'only_us' check (shows in ('only_us', 'partners', 'network', 'anyone')),
  -- After so many quiet months we suggest a hello; 0 is never.
  quiet_months integer not null default 4 check (quiet_months between 0 and 24),
  quiet_told_at timestamptz,
  -- The question put to the other, and their kind no.
  ask_id uuid references ask on delete set null,
  asked_at timestamptz,
  declined_at timestamptz,
  resting_because text,
  ended_because text,
  primary key (organisation_id, partnership_id),
  unique (organisation_id, partner_id),
  constraint not_ones_own_partner check (partner_id <> organisation_id)
);
create index partnership_side_of on partnership_side (partnership_id, organisation_id);
create index partnership_side_by_name on partnership_side (organisation_id, called, partnership_id);
create index partnership_side_by_partner on partnership_side (partner_id);

-- Their shared timeline: ids and short words, never a third person's details.
create table partnership_moment (
  partnership_id uuid not null references partnership on delete cascade,
  id uuid not null,
  kind text not null check (kind in ('met', 'introduced', 'stage', 'job', 'recommendation', 'referral', 'cover', 'team', 'campaign', 'agreement', 'rested', 'ended', 'note')),
  says text not null,
  -- Whose act it was; whoever gave, where something was given.
  by_organisation uuid references organisation on delete set null,
  -- The one thing it is about: the same kind about the same thing is one moment.
  about uuid,
  subject jsonb not null default '{}',
  href text,
  at timestamptz not null,
  -- Since when both stand by it, so that it ties them.
  ties_at timestamptz,
  -- Since when it is known that work came of it.
  came_of_it_at timestamptz,
  recorded_at timestamptz not null,
  recorded_by uuid references person on delete set null,
  primary key (partnership_id, id)
);
create unique index partnership_moment_once on partnership_moment (partnership_id, kind, about) where about is not null;
create index partnership_moment_by_day on partnership_moment (partnership_id, at desc, id);
create index partnership_moment_that_ties on partnership_moment (partnership_id) where ties_at is not null;

-- What one side writes down for itself.
create table partnership_note (
  organisation_id uuid not null,
  partnership_id uuid not null,
  id uuid not null,
  says text not null,
  written_at timestamptz not null,
  written_by uuid references person on delete set null,
  primary key (organisation_id, partnership_id, id),
  foreign key (organisation_id, partnership_id) references partnership_side on delete cascade
);
create index partnership_note_by_day on partnership_note (organisation_id, partnership_id, written_at desc, id);

-- Said once for all partnerships to come: who may know of them, after how many quiet months a hello is suggested.
create table partnership_habit (
  organisation_id uuid primary key references organisation on delete cascade,
  shows text not null check (shows in ('only_us', 'partners', 'network', 'anyone')),
  quiet_months integer not null check (quiet_months between 0 and 24),
  said_at timestamptz not null,
  said_by uuid references person on delete set null
);

grant select, insert, update, delete on partnership, partnership_side, partnership_moment, partnership_note, partnership_habit to guildhall_app;

-- The partnerships in which the organisation acted for has a side.
create function partnerships_of(person uuid, organisation uuid) returns setof uuid
  language plpgsql stable parallel safe security definer set search_path = public, pg_temp rows 50 as $$
begin
  return query select s.partnership_id from partnership_side s where s.organisation_id = acting_for(person, organisation);
end $$;
