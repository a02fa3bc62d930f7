-- Only the organisation that is told sees it; only the house tells.
alter table notice enable row level security;
create policy notice_of_ones_own on notice for select to guildhall_app
  using ((select asking_house()) or to_organisation = (select acting_for(asking_person(), asking_organisation())));
create policy notice_is_told on notice for insert to guildhall_app with check ((select asking_house()));
create policy notice_is_put_away on notice for update to guildhall_app
  using ((select asking_house()) or to_organisation = (select acting_for(asking_person(), asking_organisation())))
  with check ((select asking_house()) or to_organisation = (select acting_for(asking_person(), asking_organisation())));
create policy notice_is_cleared on notice for delete to guildhall_app using ((select asking_house()));
