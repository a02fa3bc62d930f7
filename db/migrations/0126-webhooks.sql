-- Addresses outside that are told of what happens: an organisation's own, or a network's, which its organisers keep. The secret that signs
-- is made from a key outside the database and is never stored.
create table webhook (
  id uuid primary key,
  organisation_id uuid references organisation on delete cascade,
  network_id uuid references network on delete cascade,
  address text not null,
  events text[] not null,
  made_at timestamptz not null,
  made_by uuid references person on delete set null,
  paused_at timestamptz,
  paused_by uuid references person on delete set null,
  -- Since when nothing has been taken; cleared by the first that is.
  failing_since timestamptz,
  disabled_at timestamptz,
  constraint of_one_owner check (num_nonnulls(organisation_id, network_id) = 1)
);
create index webhook_of_organisation on webhook (organisation_id) where organisation_id is not null;
create index webhook_of_network on webhook (network_id) where network_id is not null;

-- What was or will be sent: ids only, so that nothing is told twice to whoever may no longer see it.
create table webhook_delivery (
  webhook_id uuid not null references webhook on delete cascade,
  id uuid not null,
  event_id uuid not null,
  event text not null,
  data jsonb not null,
  happened_at timestamptz not null,
  tries int not null default 0,
  -- Absent once it was taken or given up.
  next_try_at timestamptz,
  taken_at timestamptz,
  given_up_at timestamptz,
  last_tried_at timestamptz,
  last_status int,
  last_said text,
  primary key (webhook_id, id),
  constraint once_an_event unique (webhook_id, event_id)
);
create index webhook_delivery_due on webhook_delivery (next_try_at) where next_try_at is not null;
create index webhook_delivery_newest on webhook_delivery (webhook_id, happened_at desc, id);

grant select, insert, update, delete on webhook, webhook_delivery to guildhall_app;

alter table webhook enable row level security;
create policy webhook_of_its_keepers on webhook to guildhall_app
  using ((select asking_house()) or organisation_id = (select acting_for(asking_person(), asking_organisation())) or network_id = any ((select organised_by(asking_person()))::uuid[]))
  with check ((select asking_house()) or organisation_id = (select acting_for(asking_person(), asking_organisation())) or network_id = any ((select organised_by(asking_person()))::uuid[]));
alter table webhook_delivery enable row level security;
create policy webhook_delivery_of_its_keepers on webhook_delivery to guildhall_app
  using ((select asking_house()) or exists (select 1 from webhook w where w.id = webhook_id))
  with check ((select asking_house()) or exists (select 1 from webhook w where w.id = webhook_id));
