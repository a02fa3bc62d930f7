-- Two organisations are brought together by someone both know: a fellow member, or an organiser of their network. The one that asks
-- (or the first of two whom an organiser names) is `organisation_id`. What each of the asked said is kept apart, in `introduction_word`,
-- because nobody but they themselves may read a no.
create table introduction (
  network_id uuid not null references network on delete cascade,
  id uuid not null unique,
  organisation_id uuid not null references organisation on delete cascade,
  other_id uuid not null references organisation on delete cascade,
  -- The member who is asked to introduce them; absent where an organiser does.
  introducer_id uuid references organisation on delete cascade,
  organiser_id uuid references person on delete set null,
  asked_at timestamptz not null,
  asked_by uuid references person on delete set null,
  -- By when whoever asked hears at the latest.
  hear_by timestamptz not null,
  withdrawn_at timestamptz,
  -- It came to nothing: somebody said no, or silence had its time. Which of the two, and whose, is not written here.
  ended_at timestamptz,
  made_at timestamptz,
  primary key (network_id, id),
  constraint not_to_oneself check (other_id <> organisation_id),
  constraint an_introducer_is_a_third check (introducer_id <> organisation_id and introducer_id <> other_id),
  constraint by_a_member_or_an_organiser check (num_nonnulls(introducer_id, organiser_id) <= 1),
  constraint an_introduction_ends_one_way check (num_nonnulls(withdrawn_at, ended_at, made_at) <= 1)
);
create index introduction_asked_by on introduction (organisation_id, asked_at desc, id);
create index introduction_of_other on introduction (other_id, asked_at desc, id);
create index introduction_through on introduction (introducer_id, asked_at desc, id) where introducer_id is not null;
create index introduction_by_organiser on introduction (organiser_id, asked_at desc, id) where organiser_id is not null;
create index introduction_made_in on introduction (network_id, made_at) where made_at is not null;

-- What the asker wrote, once for whoever introduces and once for the other side: each reads only their own.
create table introduction_note (
  network_id uuid not null,
  introduction_id uuid not null,
  to_id uuid not null references organisation on delete cascade,
  -- The organisation that wrote it; absent where an organiser did.
  organisation_id uuid references organisation on delete cascade,
  words text not null,
  primary key (network_id, introduction_id, to_id),
  foreign key (network_id, introduction_id) references introduction on delete cascade
);

-- Who was asked, and what they said. Their own to read, and nobody else's.
create table introduction_word (
  network_id uuid not null,
  introduction_id uuid not null,
  organisation_id uuid not null references organisation on delete cascade,
  part text not null check (part in ('introducer', 'side')),
  ask_id uuid references ask on delete set null,
  asked_at timestamptz not null,
  said text check (said in ('yes', 'no')),
  said_at timestamptz,
  said_by uuid references person on delete set null,
  -- They were silent until the end.
  ended_at timestamptz,
  primary key (network_id, introduction_id, organisation_id),
  foreign key (network_id, introduction_id) references introduction on delete cascade,
  constraint a_word_has_its_time check ((said is null) = (said_at is null)),
  constraint said_or_silent check (num_nonnulls(said_at, ended_at) <= 1)
);
create index introduction_word_of on introduction_word (organisation_id, asked_at desc);

-- How a side may be reached: its own row, seen by the other side only once the introduction is made.
create table introduction_contact (
  network_id uuid not null,
  introduction_id uuid not null,
  organisation_id uuid not null references organisation on delete cascade,
  -- `page`: the contact on its page, shown to the other side by a grant; `typed`: these very words.
  way text not null check (way in ('page', 'typed')),
  ask_for text,
  phone text,
  email text,
  chosen_at timestamptz not null,
  primary key (network_id, introduction_id, organisation_id),
  foreign key (network_id, introduction_id) references introduction on delete cascade,
  constraint typed_says_something check (way = 'page' or num_nonnulls(phone, email) > 0)
);

grant select, insert, update, delete on introduction, introduction_note, introduction_word, introduction_contact to guildhall_app;
