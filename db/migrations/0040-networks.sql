-- The circles organisations gather in: who tends them, who belongs, and the links by which one joins.
create table network (
  id uuid primary key,
  -- The readable part of its address. A network shown to members only gets letters at random, so that a taken name tells nothing.
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text collate for_people not null,
  purpose text not null,
  -- What it is in its own words: "Business park", "Association of virtual assistants".
  kind text not null,
  house_rules text,
  listed text not null default 'anyone' check (listed in ('anyone', 'members')),
  opened_at timestamptz not null,
  opened_by uuid references person on delete set null,
  closed_at timestamptz
);

create table organiser (
  network_id uuid not null references network on delete cascade,
  person_id uuid not null references person on delete cascade,
  since timestamptz not null,
  made_by uuid references person on delete set null,
  ended_at timestamptz,
  ended_by uuid references person on delete set null,
  primary key (network_id, person_id)
);
create index organiser_of_person on organiser (person_id, network_id) where ended_at is null;

-- `listed_as`, `listed_words` and `sight` are copies of the organisation's name, words and sight of its page, so that a list of ten
-- thousand members is read in order from one index. `src/networks/when.ts` and `say-who-sees.ts` keep them true.
create table membership (
  network_id uuid not null references network on delete cascade,
  organisation_id uuid not null references organisation on delete cascade,
  joined_at timestamptz not null,
  joined_by uuid references person on delete set null,
  invited_by uuid references person on delete set null,
  left_at timestamptz,
  ended_by uuid references person on delete set null,
  left_because text,
  listed_as text collate for_people not null,
  listed_words text not null,
  sight text not null check (sight in ('only_us', 'partners', 'network', 'anyone')),
  primary key (network_id, organisation_id)
);
create index membership_list on membership (network_id, listed_as, organisation_id) where left_at is null;
create index membership_of_organisation on membership (organisation_id, network_id) where left_at is null;

-- A link for many: on a poster, in a newsletter. Its secret is made from the id by a key outside the database.
create table join_link (
  network_id uuid not null references network on delete cascade,
  id text not null unique,
  hash bytea not null,
  says text,
  made_by uuid references person on delete set null,
  made_at timestamptz not null,
  ends_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid references person on delete set null,
  used_count int not null default 0,
  last_used_at timestamptz,
  primary key (network_id, id)
);

grant select, insert, update, delete on network, organiser, membership, join_link to guildhall_app;
