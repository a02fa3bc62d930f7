-- What an open brief said before its owner began to change it: kept until those who offered help have been told what is different, once,
-- when the owner has been still for a while. Nobody but the house reads it.
create table brief_before (
  network_id uuid not null,
  brief_id uuid not null,
  said jsonb not null,
  since timestamptz not null,
  primary key (network_id, brief_id),
  foreign key (network_id, brief_id) references brief on delete cascade
);
create index brief_before_by_age on brief_before (since);
grant select, insert, update, delete on brief_before to guildhall_app;

alter table brief_before enable row level security;
create policy brief_before_is_the_houses on brief_before to guildhall_app using ((select asking_house())) with check ((select asking_house()));
