-- A business, sole trader, charity or public body: one profile in many networks. Contact and place are rows of their own, because each
-- is shown to a different circle and row-level security works by the row.
create table organisation (
  id uuid primary key,
  name text collate for_people not null,
  kind text not null check (kind in ('sole-trader', 'company', 'partnership', 'community-interest-company', 'co-operative', 'charity', 'public-body', 'other')),
  -- One line on what they do, and their story at more length.
  line text,
  story text,
  website text,
  people_count int check (people_count between 1 and 1000000),
  sight text not null default 'network' check (sight in ('only_us', 'partners', 'network', 'anyone')),
  listed_at timestamptz not null,
  listed_by uuid references person on delete set null,
  -- Absent while it is listed by somebody else and not yet claimed.
  claimed_at timestamptz,
  claimed_by uuid references person on delete set null,
  rests_since timestamptz,
  closed_at timestamptz,
  closed_by uuid references person on delete set null
);
create index organisation_by_lister on organisation (listed_by) where claimed_at is null;

create table organisation_contact (
  organisation_id uuid primary key references organisation on delete cascade,
  phone text,
  email text,
  sight text not null default 'partners' check (sight in ('only_us', 'partners', 'network', 'anyone'))
);

create table organisation_place (
  organisation_id uuid primary key references organisation on delete cascade,
  -- A postcode district such as SP2: near enough to find a partner, too wide to find a home.
  district text check (district ~ '^[A-Z]{1,2}[0-9][0-9A-Z]?$'),
  town text,
  sight text not null default 'network' check (sight in ('only_us', 'partners', 'network', 'anyone'))
);

-- Numbers in public registers. The same number may stand at two organisations: saying that it is taken would tell who else is here.
create table identifier (
  organisation_id uuid not null references organisation on delete cascade,
  scheme text not null,
  value text not null,
  added_at timestamptz not null,
  added_by uuid references person on delete set null,
  primary key (organisation_id, scheme, value)
);

grant select, insert, update, delete on organisation, organisation_contact, organisation_place, identifier to guildhall_app;
