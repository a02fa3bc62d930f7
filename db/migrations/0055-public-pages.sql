-- The readable addresses of public pages. One is in use; those before it lead there. An organisation that is not shown to anyone has
-- letters at random in its address, so that a name that is taken tells nothing.
create table public_address (
  slug text primary key check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  organisation_id uuid not null references organisation on delete cascade,
  since timestamptz not null,
  left_at timestamptz
);
create unique index public_address_in_use on public_address (organisation_id) where left_at is null;
create index public_address_of_organisation on public_address (organisation_id);

-- Which parts a statement shows for one use: "Bid to the council".
create table statement_use (
  organisation_id uuid not null references organisation on delete cascade,
  id uuid not null,
  name text collate for_people not null,
  parts text[] not null,
  saved_at timestamptz not null,
  saved_by uuid references person on delete set null,
  primary key (organisation_id, id)
);
create unique index statement_use_named_once on statement_use (organisation_id, lower(name));

-- "That's us": a stranger answers the need on a page. Three fields and no account; kept for a year.
create table enquiry (
  organisation_id uuid not null references organisation on delete cascade,
  id uuid not null,
  who text not null,
  reach text not null,
  could text not null,
  -- The address among the words on how to reach them, where there is one.
  email text,
  made_at timestamptz not null,
  answered_at timestamptz,
  answer text check (answer in ('yes', 'no')),
  note text,
  primary key (organisation_id, id),
  constraint an_answer_has_its_time check ((answered_at is null) = (answer is null))
);
create index enquiry_by_age on enquiry (made_at);

grant select, insert, update, delete on public_address, statement_use, enquiry to guildhall_app;

-- An address is seen by whoever sees the page. The house gives it.
alter table public_address enable row level security;
create policy public_address_in_sight on public_address for select to guildhall_app
  using ((select asking_house()) or exists (select 1 from page_in_sight o where o.id = organisation_id));
create policy public_address_is_given on public_address for insert to guildhall_app with check ((select asking_house()));
create policy public_address_is_left on public_address for update to guildhall_app using ((select asking_house())) with check ((select asking_house()));

alter table statement_use enable row level security;
create policy statement_use_is_ours on statement_use to guildhall_app
  using ((select asking_house()) or keeps(asking_person(), asking_organisation(), organisation_id))
  with check ((select asking_house()) or keeps(asking_person(), asking_organisation(), organisation_id));

-- Whoever is asked reads it; whoever asked has a link, which the house follows.
alter table enquiry enable row level security;
create policy enquiry_is_theirs on enquiry for select to guildhall_app
  using ((select asking_house()) or keeps(asking_person(), asking_organisation(), organisation_id));
create policy enquiry_is_kept on enquiry for insert to guildhall_app with check ((select asking_house()));
create policy enquiry_is_answered on enquiry for update to guildhall_app using ((select asking_house())) with check ((select asking_house()));
create policy enquiry_is_forgotten on enquiry for delete to guildhall_app using ((select asking_house()));
