-- Tables that organisers bring: the rows as they came until they go in, and then what each did, so that all of it can be taken back for
-- 30 days. They hold people's addresses, so only the organiser who brought them sees them, and only while they organise.
create table import_draft (
  network_id uuid not null references network on delete cascade,
  id uuid not null,
  kind text not null check (kind in ('members', 'claims', 'jobs')),
  organiser_id uuid references person on delete cascade,
  file_name text not null,
  file_sha256 text not null,
  head text[] not null,
  -- The field that each column of the file means, by its place; empty where it is left out. Absent until somebody looked.
  columns text[],
  row_count int not null,
  made_at timestamptz not null,
  work_id uuid,
  done_at timestamptz,
  new_count int not null default 0,
  changed_count int not null default 0,
  same_count int not null default 0,
  kept_count int not null default 0,
  undone_at timestamptz,
  undo_said text,
  primary key (network_id, id)
);
create index import_draft_newest on import_draft (network_id, organiser_id, made_at desc);
create index import_draft_by_age on import_draft (made_at);

create table import_row (
  network_id uuid not null,
  draft_id uuid not null,
  number int not null,
  cells text[] not null,
  -- What could not be read in a cell, by its place, until somebody mends it.
  unreadable jsonb,
  -- What stands in its way now, by field.
  problems jsonb,
  left_out_at timestamptz,
  does text check (does in ('new', 'changed', 'same', 'kept')),
  subject_id uuid,
  before jsonb,
  after jsonb,
  primary key (network_id, draft_id, number),
  foreign key (network_id, draft_id) references import_draft on delete cascade
);
create index import_row_to_mend on import_row (network_id, draft_id, number) where problems is not null and left_out_at is null;

-- What the columns of this network's tables meant last time.
create table import_heading (
  network_id uuid not null references network on delete cascade,
  kind text not null check (kind in ('members', 'claims', 'jobs')),
  heading text not null,
  field text not null,
  saved_at timestamptz not null,
  primary key (network_id, kind, heading)
);

grant select, insert, update, delete on import_draft, import_row, import_heading to guildhall_app;

alter table import_draft enable row level security;
create policy import_draft_of_its_organiser on import_draft to guildhall_app
  using ((select asking_house()) or (organiser_id = (select asking_person()) and network_id = any ((select organised_by(asking_person()))::uuid[])))
  with check ((select asking_house()) or (organiser_id = (select asking_person()) and network_id = any ((select organised_by(asking_person()))::uuid[])));
alter table import_row enable row level security;
create policy import_row_of_its_organiser on import_row to guildhall_app
  using ((select asking_house()) or exists (select 1 from import_draft d where d.network_id = import_row.network_id and d.id = draft_id))
  with check ((select asking_house()) or exists (select 1 from import_draft d where d.network_id = import_row.network_id and d.id = draft_id));
alter table import_heading enable row level security;
create policy import_heading_of_organisers on import_heading to guildhall_app
  using ((select asking_house()) or network_id = any ((select organised_by(asking_person()))::uuid[]))
  with check ((select asking_house()) or network_id = any ((select organised_by(asking_person()))::uuid[]));
