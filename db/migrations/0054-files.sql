-- Files people hand in. The bytes lie in the data folder under their own fingerprint; the row comes first, so that a file without a
-- row is an orphan and may be swept away. Who may see a file is the business of the room whose row names it.
create table stored_file (
  id uuid primary key,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  type text not null check (type in ('application/pdf', 'image/png', 'image/jpeg')),
  bytes int not null check (bytes between 1 and 10485760),
  name text not null,
  put_at timestamptz not null,
  put_by uuid
);
create index stored_file_by_content on stored_file (sha256);

grant select, insert, update, delete on stored_file to guildhall_app;
alter table stored_file enable row level security;
create policy file_is_put_by_anyone on stored_file for insert to guildhall_app with check (true);
create policy file_is_read_by_the_house on stored_file to guildhall_app using ((select asking_house()));

alter table certificate add constraint certificate_file foreign key (file_id) references stored_file on delete set null;
