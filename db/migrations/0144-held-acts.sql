-- What an assistant prepared for somebody and may not do by itself: the words as they would be sent, until their person says yes, signed in.
create table held_act (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  organisation_id uuid not null references organisation on delete cascade,
  kind text not null constraint an_act_there_is check (kind in ('introduction', 'team')),
  words jsonb not null,
  held_at timestamptz not null,
  ends_at timestamptz not null constraint held_for_a_while check (ends_at > held_at),
  answered_at timestamptz,
  answer text constraint yes_or_no check (answer in ('yes', 'no')),
  -- What was made by it.
  made_id uuid,
  constraint answered_with_a_word check ((answered_at is null) = (answer is null)),
  constraint made_by_a_yes check (made_id is null or answer = 'yes')
);
create index held_act_of_person on held_act (person_id, held_at desc, id);

alter table held_act enable row level security;
create policy held_act_of_ones_own on held_act to guildhall_app
  using ((select asking_house()) or person_id = (select asking_person()))
  with check ((select asking_house()) or person_id = (select asking_person()));
grant select, insert, update, delete on held_act to guildhall_app;
