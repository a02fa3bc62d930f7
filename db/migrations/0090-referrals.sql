-- One business passes a person on to another, with that person's yes. Whatever is said of the person hangs on one row, so that deleting
-- it takes every word along: what they need, how to reach them, what was written about them. What stays is who passed to whom, and when.
create table referral_person (
  id uuid primary key,
  -- Who passed them on first.
  organisation_id uuid not null references organisation on delete cascade,
  -- What a receiver is shown before accepting: a first name, "a couple".
  shown_as text not null,
  needs text not null,
  -- Their own lasting link; its secret is made from this id by a key outside the database.
  link_id text not null references one_time_link,
  kept_at timestamptz not null,
  corrected_at timestamptz
);
create index referral_person_of on referral_person (organisation_id, id);

-- How to reach them: a row of its own, because a receiver sees it only after accepting.
create table referral_reach (
  person_id uuid primary key references referral_person on delete cascade,
  name text not null,
  reach text not null,
  -- The address among the words on how to reach them, where there is one.
  email text
);

create table referral (
  id uuid primary key,
  -- Absent once the person is erased.
  person_id uuid references referral_person on delete set null,
  given_by uuid not null references organisation on delete cascade,
  given_to uuid not null references organisation on delete cascade,
  -- Who began the chain, and the referral this one was passed on from.
  begun_by uuid not null references organisation on delete cascade,
  passed_from uuid references referral on delete set null,
  network_id uuid,
  capability_id uuid,
  made_at timestamptz not null,
  made_by uuid references person on delete set null,
  -- The person's yes: their own tap, or what they told the giver, and on which day.
  yes_at timestamptz,
  yes_how text check (yes_how in ('own', 'word')),
  yes_on date,
  refused_at timestamptz,
  unsaid_at timestamptz,
  offered_at timestamptz,
  later_until date,
  accepted_at timestamptz,
  accepted_by uuid references person on delete set null,
  declined_at timestamptz,
  passed_on_at timestamptz,
  unanswered_at timestamptz,
  talking_at timestamptz,
  won_at timestamptz,
  lost_at timestamptz,
  unknown_at timestamptz,
  -- When something last happened to it, and when the receiver was asked, once, after 14 quiet days.
  touched_at timestamptz not null,
  asked_after_at timestamptz,
  thanked_at timestamptz,
  thanks text check (thanks in ('lovely', 'our-kind', 'first-drink', 'own')),
  quoted_at timestamptz,
  taken_back_at timestamptz,
  stopped_by_person_at timestamptz,
  noticed_at timestamptz,
  erased_at timestamptz,
  -- When nothing more was to come of it; retention counts from here.
  ended_at timestamptz,
  foreign key (network_id, capability_id) references capability (network_id, id) on delete set null (capability_id),
  constraint not_to_oneself check (given_by <> given_to),
  constraint nothing_is_sent_without_a_yes check (offered_at is null or yes_at is not null),
  constraint a_yes_was_said_somehow check ((yes_at is null) = (yes_how is null)),
  constraint answered_once check (num_nonnulls(declined_at, unanswered_at) <= 1),
  constraint accepted_when_offered check (accepted_at is null or offered_at is not null),
  constraint one_outcome check (num_nonnulls(won_at, lost_at, unknown_at) <= 1),
  constraint thanks_after_an_outcome check (thanked_at is null or won_at is not null or lost_at is not null),
  constraint thanks_have_words check ((thanked_at is null) = (thanks is null))
);
create index referral_to on referral (given_to, made_at desc, id);
create index referral_by on referral (given_by, made_at desc, id);
create index referral_begun on referral (begun_by, made_at desc, id);
create index referral_of_person on referral (person_id);
create index referral_from_referral on referral (passed_from);
create index referral_quiet on referral (touched_at) where accepted_at is not null and ended_at is null;
create index referral_later on referral (later_until) where later_until is not null and ended_at is null;
create index referral_ended on referral (ended_at) where person_id is not null;

-- What was written about one referral; it hangs on the person, so that it goes with them.
create table referral_words (
  referral_id uuid primary key references referral on delete cascade,
  person_id uuid not null references referral_person on delete cascade,
  says text,
  yes_says text,
  declined_says text,
  lost_says text,
  thanks_says text
);
create index referral_words_of_person on referral_words (person_id);

-- A short thread: the receiver asks, the giver answers.
create table referral_line (
  referral_id uuid not null references referral on delete cascade,
  id uuid not null,
  person_id uuid not null references referral_person on delete cascade,
  organisation_id uuid not null references organisation on delete cascade,
  words text not null,
  said_at timestamptz not null,
  said_by uuid references person on delete set null,
  primary key (referral_id, id)
);
create index referral_line_of_person on referral_line (person_id);

-- What it was worth, as a band: for its two sides alone.
create table referral_value (
  referral_id uuid primary key references referral on delete cascade,
  band text not null check (band in ('under_1k', '1k_5k', '5k_25k', '25k_100k', '100k_500k', 'over_500k'))
);

-- Every ask made about it, so that what was written in their letters can be taken away.
create table referral_ask (
  referral_id uuid not null references referral on delete cascade,
  ask_id uuid not null references ask on delete cascade,
  about text not null check (about in ('person', 'receiver', 'question', 'outcome')),
  primary key (referral_id, ask_id)
);
create index referral_ask_turned on referral_ask (ask_id);

-- How long an organisation keeps people after all has ended, in months; two years where it never said.
create table referral_keeping (
  organisation_id uuid primary key references organisation on delete cascade,
  months int not null check (months between 3 and 72),
  set_at timestamptz not null,
  set_by uuid references person on delete set null
);

-- That somebody was erased, without anything of theirs: a reference, and a fingerprint made with a key outside the database.
create table referral_erasure (
  reference text primary key,
  person_id uuid not null unique,
  fingerprint bytea not null,
  because text not null check (because in ('asked', 'told-us', 'said-no', 'time')),
  told int not null,
  erased_at timestamptz not null
);

grant select, insert, update, delete on referral_person, referral_reach, referral, referral_words, referral_line, referral_value, referral_ask, referral_keeping, referral_erasure to guildhall_app;
