-- An organisation says it has a capability, at a strength. The capability is one of a network's vocabulary, or free words that an
-- organiser may adopt. `title` is a copy of the capability's name, since a claim shown to anyone is read by people who may not see
-- the vocabulary; `src/answers/when.ts` keeps it true.
create table claim (
  organisation_id uuid not null references organisation on delete cascade,
  id uuid not null,
  network_id uuid references network on delete cascade,
  capability_id uuid,
  title text collate for_people not null,
  strength text not null check (strength in ('can_do', 'best_at', 'only_us')),
  says text,
  capacity_says text,
  capacity_from date,
  capacity_until date,
  sight text not null default 'network' check (sight in ('only_us', 'partners', 'network', 'anyone')),
  added_at timestamptz not null,
  added_by uuid references person on delete set null,
  -- When its own people last said that it is still true, and when they were last reminded to.
  confirmed_at timestamptz not null,
  reminded_at timestamptz,
  removed_at timestamptz,
  removed_by uuid references person on delete set null,
  primary key (organisation_id, id),
  foreign key (network_id, capability_id) references capability (network_id, id),
  constraint a_capability_belongs_to_a_network check (capability_id is null or network_id is not null),
  constraint capacity_ends_after_it_began check (capacity_until >= capacity_from)
);
create unique index claim_once on claim (organisation_id, network_id, capability_id) where removed_at is null and capability_id is not null;
create unique index claim_once_in_free_words on claim (organisation_id, network_id, lower(title)) nulls not distinct where removed_at is null and capability_id is null;
create index claim_in_network on claim (network_id, capability_id, organisation_id) where removed_at is null;
create index claim_to_remind on claim (confirmed_at, organisation_id) where removed_at is null;

-- A paper with a number. Its file is shown to others only where its owner says so.
create table certificate (
  organisation_id uuid not null references organisation on delete cascade,
  id uuid not null,
  name text not null,
  number text,
  issued_by text not null,
  issued_on date,
  expires_on date,
  file_id uuid,
  file_shown_at timestamptz,
  sight text not null default 'network' check (sight in ('only_us', 'partners', 'network', 'anyone')),
  added_at timestamptz not null,
  added_by uuid references person on delete set null,
  primary key (organisation_id, id)
);

create table figure (
  organisation_id uuid not null references organisation on delete cascade,
  id uuid not null,
  says text not null,
  source text not null,
  on_day date not null,
  sight text not null default 'network' check (sight in ('only_us', 'partners', 'network', 'anyone')),
  added_at timestamptz not null,
  added_by uuid references person on delete set null,
  primary key (organisation_id, id)
);

grant select, insert, update, delete on claim, certificate, figure to guildhall_app;
