-- Members of whom the owners of needs may have to be told: somebody joined, or can now show more. Looked at by the house every minute,
-- so that ten changes in a row are one look.
create table fit_to_tell (
  organisation_id uuid primary key references organisation on delete cascade,
  since timestamptz not null
);
grant select, insert, update, delete on fit_to_tell to guildhall_app;
alter table fit_to_tell enable row level security;
create policy fit_to_tell_is_the_houses on fit_to_tell to guildhall_app using ((select asking_house())) with check ((select asking_house()));
