-- The second wall for partnerships. Each side sees its own side and what both share; nobody else sees anything here. All but one's own
-- notes is written by the house, once it was asked who may: what both share, neither changes for the other past the rules.
alter table partnership enable row level security;
create policy partnership_of_its_sides on partnership for select to guildhall_app
  using ((select asking_house()) or id in (select partnerships_of(asking_person(), asking_organisation())));
create policy partnership_is_noted on partnership for insert to guildhall_app with check ((select asking_house()));
create policy partnership_is_changed on partnership for update to guildhall_app using ((select asking_house())) with check ((select asking_house()));
create policy partnership_is_taken_back on partnership for delete to guildhall_app using ((select asking_house()));

alter table partnership_side enable row level security;
create policy partnership_side_is_ours on partnership_side for select to guildhall_app
  using ((select asking_house()) or organisation_id = (select acting_for(asking_person(), asking_organisation())));
create policy partnership_side_is_taken on partnership_side for insert to guildhall_app with check ((select asking_house()));
create policy partnership_side_is_changed on partnership_side for update to guildhall_app using ((select asking_house())) with check ((select asking_house()));
create policy partnership_side_is_cleared on partnership_side for delete to guildhall_app using ((select asking_house()));

alter table partnership_moment enable row level security;
create policy partnership_moment_of_its_sides on partnership_moment for select to guildhall_app
  using ((select asking_house()) or partnership_id in (select partnerships_of(asking_person(), asking_organisation())));
create policy partnership_moment_is_added on partnership_moment for insert to guildhall_app with check ((select asking_house()));
create policy partnership_moment_is_changed on partnership_moment for update to guildhall_app using ((select asking_house())) with check ((select asking_house()));
create policy partnership_moment_is_taken_back on partnership_moment for delete to guildhall_app using ((select asking_house()));

alter table partnership_note enable row level security;
create policy partnership_note_is_ours on partnership_note to guildhall_app
  using ((select asking_house()) or organisation_id = (select acting_for(asking_person(), asking_organisation())))
  with check ((select asking_house()) or organisation_id = (select acting_for(asking_person(), asking_organisation())));

alter table partnership_habit enable row level security;
create policy partnership_habit_is_ours on partnership_habit to guildhall_app
  using ((select asking_house()) or organisation_id = (select acting_for(asking_person(), asking_organisation())))
  with check ((select asking_house()) or organisation_id = (select acting_for(asking_person(), asking_organisation())));
