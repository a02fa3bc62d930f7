-- What an organisation says it is looking for: a need, posted through a lens. Kept until it ends by itself, is met or is withdrawn.
create table want (
  network_id uuid not null references network on delete cascade,
  id uuid not null,
  organisation_id uuid not null references organisation on delete cascade,
  lens text not null check (lens in ('gap', 'audience', 'cover', 'cause')),
  says text not null,
  capability_id uuid,
  wanted_from date,
  wanted_until date,
  sight text not null default 'network' check (sight in ('only_us', 'partners', 'network', 'anyone')),
  posted_at timestamptz not null,
  posted_by uuid references person on delete set null,
  -- The last day on which it is looked for.
  ends_on date not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid references person on delete set null,
  primary key (network_id, id),
  unique (network_id, id, organisation_id),
  foreign key (network_id, capability_id) references capability (network_id, id) on delete set null (capability_id),
  constraint ends_after_it_begins check (wanted_until >= wanted_from)
);
create index want_of_organisation on want (organisation_id, network_id, posted_at desc, id) where withdrawn_at is null;
create index want_open on want (network_id, ends_on, id) where withdrawn_at is null;

-- Of whom its owner has been told that they fit, so that each is told of once.
create table want_met (
  network_id uuid not null,
  want_id uuid not null,
  organisation_id uuid not null,
  by_organisation uuid not null references organisation on delete cascade,
  told_at timestamptz not null,
  primary key (network_id, want_id, by_organisation),
  foreign key (network_id, want_id, organisation_id) references want (network_id, id, organisation_id) on delete cascade
);

-- "Not for us", and why. It takes the other out of our own lists and does nothing else: nobody else's list changes by it.
create table not_for_us (
  network_id uuid not null references network on delete cascade,
  organisation_id uuid not null references organisation on delete cascade,
  other_id uuid not null references organisation on delete cascade,
  reason text not null check (reason in ('too_far', 'same_as_us', 'bad_timing', 'other')),
  note text,
  said_at timestamptz not null,
  said_by uuid references person on delete set null,
  -- Bad timing passes.
  until_on date,
  primary key (network_id, organisation_id, other_id),
  constraint not_of_oneself check (other_id <> organisation_id)
);

create table match_saved (
  network_id uuid not null references network on delete cascade,
  organisation_id uuid not null references organisation on delete cascade,
  other_id uuid not null references organisation on delete cascade,
  saved_at timestamptz not null,
  saved_by uuid references person on delete set null,
  primary key (network_id, organisation_id, other_id),
  constraint not_oneself check (other_id <> organisation_id)
);
create index match_saved_newest on match_saved (network_id, organisation_id, saved_at desc, other_id);

-- When we want to meet those of our own trade, and be met by them: never, for cover, causes and teams, or always.
create table trade_preference (
  organisation_id uuid primary key references organisation on delete cascade,
  meets text not null check (meets in ('never', 'cover', 'always')),
  said_at timestamptz not null,
  said_by uuid references person on delete set null
);

grant select, insert, update, delete on want, want_met, not_for_us, match_saved, trade_preference to guildhall_app;

call watch_for_atlas('want', 'organisation', 'organisation_id');
call watch_for_atlas('trade_preference', 'organisation', 'organisation_id');
