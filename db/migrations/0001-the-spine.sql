-- What every room leans on: who asks, news waiting to be told, keys of requests, links, mail, work under way, and the log that
-- cannot be rewritten. Identity comes from settings that `set local` gives one transaction; row-level security reads it here.

create function asking_person() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('guildhall.person', true), '')::uuid $$;
create function asking_organisation() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('guildhall.organisation', true), '')::uuid $$;
create function asking_network() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('guildhall.network', true), '')::uuid $$;
create function asking_house() returns boolean language sql stable parallel safe
  as $$ select coalesce(current_setting('guildhall.house', true), '') = 'yes' $$;

create collation for_people (provider = icu, locale = 'en-GB-u-kn-true');

create table outbox (
  id uuid primary key,
  name text not null,
  news jsonb not null,
  actor jsonb not null,
  happened_at timestamptz not null
);
create index outbox_by_time on outbox (happened_at);

create table outbox_delivery (
  event_id uuid not null references outbox on delete cascade,
  handler text not null,
  next_try_at timestamptz not null,
  tries int not null default 0,
  delivered_at timestamptz,
  last_error text,
  primary key (event_id, handler)
);
create index outbox_delivery_due on outbox_delivery (next_try_at, event_id, handler) where delivered_at is null;

create table request_key (
  scope text not null,
  key text not null,
  part int not null,
  fingerprint text not null,
  answer bytea,
  taken_at timestamptz not null,
  primary key (scope, key, part)
);
create index request_key_by_age on request_key (taken_at);

create table audit_chain (
  chain text primary key,
  number int not null,
  hash bytea not null
);

create table audit (
  chain text not null references audit_chain,
  number int not null,
  at timestamptz not null,
  act text not null,
  subject text not null,
  actor jsonb not null,
  detail jsonb not null,
  hash bytea not null,
  primary key (chain, number)
);

-- A link that does one thing once: the secret itself is never stored.
create table one_time_link (
  id text primary key,
  hash bytea not null,
  act text not null,
  subject jsonb not null,
  made_at timestamptz not null,
  ends_at timestamptz not null,
  used_at timestamptz,
  withdrawn_at timestamptz
);
create index one_time_link_by_age on one_time_link (ends_at);

create table mail (
  id uuid primary key,
  to_address text not null,
  subject text not null,
  text text not null,
  html text not null,
  -- The one address in it that matters most, so that it can be copied by hand where no mail goes out.
  main_link text,
  person_id uuid,
  made_at timestamptz not null,
  next_try_at timestamptz,
  tries int not null default 0,
  sent_at timestamptz,
  failed_at timestamptz,
  last_error text
);
create index mail_due on mail (next_try_at) where sent_at is null and failed_at is null;
create index mail_newest on mail (made_at desc, id);

-- Work people can watch and stop; the queue itself is pg-boss's.
create table work (
  id uuid primary key,
  kind text not null,
  title text not null,
  person_id uuid,
  organisation_id uuid,
  network_id uuid,
  stages text[] not null,
  stage int not null default 0,
  done int not null default 0,
  total int,
  asked_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  failed_at timestamptz,
  cancel_asked_at timestamptz,
  cancelled_at timestamptz,
  said text,
  link text
);
create index work_by_person on work (person_id, asked_at desc);

create table limit_count (
  key text primary key,
  points int not null,
  expire bigint
);

create table house_setting (
  name text primary key,
  value jsonb not null,
  set_at timestamptz not null,
  set_by uuid
);

grant select, insert, update, delete on outbox, outbox_delivery, request_key, one_time_link, mail, work, limit_count, house_setting to guildhall_app;
grant select, insert on audit to guildhall_app;
grant select, insert, update on audit_chain to guildhall_app;

alter table mail enable row level security;
create policy mail_is_put_by_anyone on mail for insert to guildhall_app with check (true);
create policy mail_is_read_by_the_house on mail to guildhall_app using ((select asking_house()));
alter table work enable row level security;
create policy work_of_ones_own on work to guildhall_app
  using ((select asking_house()) or person_id = (select asking_person())) with check (true);
alter table outbox enable row level security;
create policy news_is_put_by_anyone on outbox for insert to guildhall_app with check (true);
create policy news_is_read_by_the_house on outbox to guildhall_app using ((select asking_house()));
alter table audit enable row level security;
create policy audit_is_added_to on audit for insert to guildhall_app with check (true);
create policy audit_is_read_by_the_house on audit for select to guildhall_app using ((select asking_house()));
