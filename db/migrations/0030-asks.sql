-- Everything that waits on someone is one kind of thing: who asks whom, until when, what was answered. Nothing waits for ever:
-- a reminder goes once, and silence has an end.
create table ask (
  id uuid primary key,
  kind text not null,
  network_id uuid,
  from_person uuid references person on delete set null,
  from_organisation uuid references organisation on delete cascade,
  to_person uuid references person on delete cascade,
  to_organisation uuid references organisation on delete cascade,
  to_email text,
  to_name text,
  subject jsonb not null,
  link_id text not null references one_time_link,
  asked_at timestamptz not null,
  answer_by timestamptz not null,
  remind_at timestamptz,
  reminded_at timestamptz,
  answered_at timestamptz,
  answer text,
  note text,
  answered_by uuid references person on delete set null,
  withdrawn_at timestamptz,
  ended_at timestamptz,
  constraint an_ask_ends_one_way check (num_nonnulls(answered_at, withdrawn_at, ended_at) <= 1),
  constraint an_answer_has_a_word check ((answered_at is null) = (answer is null))
);
create index ask_open_to_person on ask (to_person, asked_at, id) where answered_at is null and withdrawn_at is null and ended_at is null;
create index ask_open_to_organisation on ask (to_organisation, asked_at, id) where answered_at is null and withdrawn_at is null and ended_at is null;
create index ask_from on ask (from_organisation, asked_at desc, id);
create index ask_from_network on ask (network_id, kind, asked_at desc, id);
create index ask_to_remind on ask (remind_at) where reminded_at is null and answered_at is null and withdrawn_at is null and ended_at is null;
create index ask_to_end on ask (answer_by) where answered_at is null and withdrawn_at is null and ended_at is null;

alter table ask enable row level security;
create policy ask_is_seen_by_its_two_sides on ask to guildhall_app using (
  (select asking_house())
  or from_person = (select asking_person()) or to_person = (select asking_person())
  or from_organisation = (select asking_organisation()) or to_organisation = (select asking_organisation())
);
grant select, insert, update, delete on ask to guildhall_app;
