-- The four answers of an organisation, what they said before, notes put away for good, and words a partner suggested.
create table answer (
  organisation_id uuid not null references organisation on delete cascade,
  question int not null check (question between 1 and 4),
  words text not null,
  sight text not null default 'network' check (sight in ('only_us', 'partners', 'network', 'anyone')),
  saved_at timestamptz not null,
  saved_by uuid references person on delete set null,
  primary key (organisation_id, question)
);

-- What stood there before somebody sat down to change it; one for each sitting, not one for each key pressed.
create table answer_version (
  organisation_id uuid not null,
  question int not null,
  id uuid not null,
  words text not null,
  saved_at timestamptz not null,
  saved_by uuid references person on delete set null,
  replaced_at timestamptz not null,
  primary key (organisation_id, question, id),
  foreign key (organisation_id, question) references answer on delete cascade
);
create index answer_version_newest on answer_version (organisation_id, question, replaced_at desc, id);

create table dismissed_note (
  organisation_id uuid not null references organisation on delete cascade,
  question int not null check (question between 1 and 4),
  kind text not null,
  -- The words it was about, in small letters and sorted; empty where it is about the whole answer.
  words text not null,
  dismissed_at timestamptz not null,
  dismissed_by uuid references person on delete set null,
  primary key (organisation_id, question, kind, words)
);

create table suggestion (
  organisation_id uuid not null references organisation on delete cascade,
  id uuid not null,
  question int not null check (question between 1 and 4),
  from_name text not null,
  words text not null,
  note text,
  made_at timestamptz not null,
  taken_at timestamptz,
  put_away_at timestamptz,
  primary key (organisation_id, id)
);

grant select, insert, update, delete on answer, answer_version, dismissed_note, suggestion to guildhall_app;
