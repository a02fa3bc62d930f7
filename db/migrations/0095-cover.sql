-- Overflow work and the bench that takes it. A place on a bench is terms that both sides said yes to, in advance; a cover is one piece
-- of work that somebody takes off us. The client stays whose they are: who they are stands in rows of their own, and nowhere else.
create table bench_place (
  organisation_id uuid not null references organisation on delete cascade,
  id uuid not null,
  associate_id uuid not null references organisation on delete cascade,
  made_at timestamptz not null,
  made_by uuid references person on delete set null,
  ended_at timestamptz,
  ended_by_organisation uuid references organisation on delete set null,
  ended_by uuid references person on delete set null,
  primary key (organisation_id, id),
  constraint not_ones_own_associate check (associate_id <> organisation_id)
);
create unique index bench_place_once on bench_place (organisation_id, associate_id) where ended_at is null;
create unique index bench_place_id on bench_place (id);
create index bench_place_of_associate on bench_place (associate_id, id);

-- Terms as data. Versions are kept; the newest one that both agreed to is what counts.
create table bench_terms (
  organisation_id uuid not null,
  place_id uuid not null,
  version int not null,
  associate_id uuid not null references organisation on delete cascade,
  terms jsonb not null,
  says text,
  proposed_by_organisation uuid not null references organisation on delete cascade,
  proposed_by uuid references person on delete set null,
  proposed_at timestamptz not null,
  ask_id uuid references ask on delete set null,
  agreed_at timestamptz,
  agreed_by uuid references person on delete set null,
  declined_at timestamptz,
  declined_note text,
  lapsed_at timestamptz,
  withdrawn_at timestamptz,
  primary key (organisation_id, place_id, version),
  foreign key (organisation_id, place_id) references bench_place on delete cascade,
  constraint terms_end_one_way check (num_nonnulls(agreed_at, declined_at, lapsed_at, withdrawn_at) <= 1)
);
create index bench_terms_of_associate on bench_terms (associate_id, place_id, version);

create table cover (
  organisation_id uuid not null references organisation on delete cascade,
  id uuid not null,
  network_id uuid,
  capability_id uuid,
  -- In plain words, without naming the client.
  says text not null,
  skills text,
  starts_on date not null,
  ends_on date not null,
  when_says text,
  minutes int not null check (minutes > 0),
  rate_pence int check (rate_pence >= 0),
  rate_per text check (rate_per in ('hour', 'day', 'all')),
  -- Whether the client will be asked and then named, or stays behind us.
  client text not null check (client in ('asked', 'unnamed')),
  who_speaks text not null check (who_speaks in ('us', 'associate', 'both')),
  how text not null check (how in ('in_turn', 'all_at_once')),
  turn_hours int not null,
  answer_by timestamptz not null,
  made_at timestamptz not null,
  made_by uuid references person on delete set null,
  run_out_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by uuid references person on delete set null,
  taken_at timestamptz,
  client_ask_id uuid references ask on delete set null,
  client_link_id text,
  client_asked_at timestamptz,
  client_agreed_at timestamptz,
  client_declined_at timestamptz,
  client_silent_at timestamptz,
  client_erased_at timestamptz,
  client_word text,
  client_word_at timestamptz,
  handed_over_at timestamptz,
  handed_over_by uuid references person on delete set null,
  handed_back_at timestamptz,
  finished_at timestamptz,
  finished_by uuid references person on delete set null,
  primary key (organisation_id, id),
  foreign key (network_id, capability_id) references capability (network_id, id) on delete set null (capability_id),
  constraint ends_after_it_starts check (ends_on >= starts_on),
  constraint a_rate_says_per_what check ((rate_pence is null) = (rate_per is null))
);
create unique index cover_id on cover (id);
create index cover_newest on cover (organisation_id, made_at desc, id);

-- Who is asked, in which order, and what became of it: theirs and ours to see, never the others'.
create table cover_asked (
  organisation_id uuid not null,
  cover_id uuid not null,
  associate_id uuid not null references organisation on delete cascade,
  position int not null,
  place_id uuid,
  terms_version int,
  -- Why somebody off the bench was thought of, in words.
  because text,
  ask_id uuid references ask on delete set null,
  asked_at timestamptz,
  answered_at timestamptz,
  answer text check (answer in ('yes', 'partly', 'no')),
  offered_minutes int,
  note text,
  silent_at timestamptz,
  -- Since when they are told no more: they declined, stayed silent, or it went to somebody else.
  closed_at timestamptz,
  chosen_at timestamptz,
  chosen_minutes int,
  handed_back_at timestamptz,
  done text,
  worked_minutes int,
  -- Until when they see who the client is; set when the work comes back.
  sees_until timestamptz,
  sight_ended_at timestamptz,
  thanked_at timestamptz,
  thanks text,
  primary key (organisation_id, cover_id, associate_id),
  foreign key (organisation_id, cover_id) references cover on delete cascade,
  constraint an_answer_has_its_day check ((answered_at is null) = (answer is null)),
  constraint chosen_is_open check (chosen_at is null or closed_at is null)
);
create index cover_asked_of_associate on cover_asked (associate_id, asked_at desc, cover_id);
create index cover_asked_sight_to_end on cover_asked (sees_until) where sight_ended_at is null;

-- The client: the one place where they are named. Ours, and from their yes until some days after the work came back also of the
-- associate who took it. Gone altogether when the client wishes it.
create table cover_client (
  organisation_id uuid not null,
  cover_id uuid not null,
  name text not null,
  email text,
  phone text,
  contact text,
  -- What they were shown when they were asked, and what was said since: questions and replies.
  shown text not null,
  talk jsonb not null default '[]',
  told_at timestamptz not null,
  reminded_at timestamptz,
  primary key (organisation_id, cover_id),
  foreign key (organisation_id, cover_id) references cover on delete cascade
);

-- The hand-over pack: contact, promises, dates, how we do it. Never a password.
create table cover_pack (
  organisation_id uuid not null,
  cover_id uuid not null,
  contact text,
  promises text,
  dates text,
  how text,
  access text,
  written_at timestamptz not null,
  written_by uuid references person on delete set null,
  primary key (organisation_id, cover_id),
  foreign key (organisation_id, cover_id) references cover on delete cascade
);

grant select, insert, update, delete on bench_place, bench_terms, cover, cover_asked, cover_client, cover_pack to guildhall_app;
