-- What an organisation is told and need not answer: good news, and word of what happened. Kept as references: the words are found
-- when somebody reads it, so that whoever is erased elsewhere is erased here too.
create table notice (
  to_organisation uuid not null references organisation on delete cascade,
  id uuid not null,
  kind text not null,
  good boolean not null,
  subject jsonb not null,
  told_at timestamptz not null,
  -- When it went out in a letter, and when somebody put it away.
  written_at timestamptz,
  away_at timestamptz,
  away_by uuid references person on delete set null,
  primary key (to_organisation, id)
);
create index notice_newest on notice (to_organisation, told_at desc, id) where away_at is null;

grant select, insert, update, delete on notice to guildhall_app;
