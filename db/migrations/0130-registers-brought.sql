-- Registers that the host looks at and brings in by page or by a program: what was found in one, and which of its steps are in. The files
-- themselves are on disk, or stay in the folder they were read from.
create table register_brought (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  -- The folder's name below the one the host opened for this; absent where the files were handed in.
  folder text,
  title text not null,
  most_projects int check (most_projects > 0),
  made_at timestamptz not null,
  look_work_id uuid,
  found jsonb,
  refused text,
  network_id uuid references network on delete cascade,
  work_id uuid,
  steps jsonb not null default '[]',
  done_at timestamptz
);
create index register_brought_by_person on register_brought (person_id, made_at desc);
create index register_brought_by_age on register_brought (made_at);
grant select, insert, update, delete on register_brought to guildhall_app;
alter table register_brought enable row level security;
create policy register_brought_by_its_host on register_brought to guildhall_app
  using ((select asking_house()) or person_id = (select asking_person())) with check ((select asking_house()) or person_id = (select asking_person()));
