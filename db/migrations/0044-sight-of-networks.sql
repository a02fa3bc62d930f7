-- The second wall for networks. Nobody becomes a member by their own statement, nor is made one by an organiser's: the house writes it
-- once a link or an answer says so. Only a listing of one's own, still unclaimed, may be put in by the organiser who wrote it.
alter table network enable row level security;
create policy network_in_sight on network for select to guildhall_app using (
  (select asking_house()) or listed = 'anyone' or id = any ((select circles_of(asking_person(), asking_organisation()))::uuid[]));
create policy network_is_opened on network for insert to guildhall_app with check ((select asking_house()) or opened_by = (select asking_person()));
create policy network_is_tended on network for update to guildhall_app
  using ((select asking_house()) or id = any ((select organised_by(asking_person()))::uuid[])) with check ((select asking_house()) or id = any ((select organised_by(asking_person()))::uuid[]));
create policy network_is_cleared on network for delete to guildhall_app using ((select asking_house()));

alter table organiser enable row level security;
create policy organiser_in_sight on organiser for select to guildhall_app using (
  (select asking_house()) or network_id = any ((select circles_of(asking_person(), asking_organisation()))::uuid[]) or person_id = (select asking_person()));
create policy organiser_is_made on organiser for insert to guildhall_app with check (
  (select asking_house()) or network_id = any ((select organised_by(asking_person()))::uuid[]) or (person_id = (select asking_person()) and not has_organisers(network_id)));
create policy organiser_is_changed on organiser for update to guildhall_app
  using ((select asking_house()) or network_id = any ((select organised_by(asking_person()))::uuid[]))
  with check ((select asking_house()) or network_id = any ((select organised_by(asking_person()))::uuid[]) or person_id = (select asking_person()));
create policy organiser_is_cleared on organiser for delete to guildhall_app using ((select asking_house()));

-- Members see those members whose page they may see; organisers see all, since they let them in; an organisation sees its own history.
alter table membership enable row level security;
create policy membership_in_sight on membership for select to guildhall_app using (
  (select asking_house())
  or organisation_id = (select acting_for(asking_person(), asking_organisation()))
  or network_id = any ((select organised_by(asking_person()))::uuid[])
  or (left_at is null and network_id = any ((select circles_of(asking_person(), asking_organisation()))::uuid[]) and may_see(sight, false,
       organisation_id in (select counting_as_partner(asking_person(), asking_organisation())),
       true,
       organisation_id = any ((select granting(asking_person(), asking_organisation(), 'page', asking_now()))::uuid[]))));
create policy membership_begins on membership for insert to guildhall_app with check (
  (select asking_house()) or (network_id = any ((select organised_by(asking_person()))::uuid[]) and keeps(asking_person(), asking_organisation(), organisation_id)));
create policy membership_ends on membership for update to guildhall_app
  using ((select asking_house()) or network_id = any ((select organised_by(asking_person()))::uuid[]) or organisation_id = (select acting_for(asking_person(), asking_organisation())))
  with check ((select asking_house()) or left_at is not null);
create policy membership_is_cleared on membership for delete to guildhall_app using ((select asking_house()));

alter table join_link enable row level security;
create policy join_link_in_sight on join_link to guildhall_app
  using ((select asking_house()) or network_id = any ((select organised_by(asking_person()))::uuid[]))
  with check ((select asking_house()) or network_id = any ((select organised_by(asking_person()))::uuid[]));

alter table capability enable row level security;
create policy capability_in_sight on capability for select to guildhall_app using (
  (select asking_house()) or network_id = any ((select circles_of(asking_person(), asking_organisation()))::uuid[]));
create policy capability_is_added on capability for insert to guildhall_app with check ((select asking_house()) or network_id = any ((select organised_by(asking_person()))::uuid[]));
create policy capability_is_changed on capability for update to guildhall_app
  using ((select asking_house()) or network_id = any ((select organised_by(asking_person()))::uuid[])) with check ((select asking_house()) or network_id = any ((select organised_by(asking_person()))::uuid[]));
create policy capability_is_cleared on capability for delete to guildhall_app using ((select asking_house()));

-- Whom we count as partner is ours alone to know.
alter table sight_partner enable row level security;
create policy sight_partner_in_sight on sight_partner to guildhall_app
  using ((select asking_house()) or organisation_id = (select acting_for(asking_person(), asking_organisation())))
  with check ((select asking_house()) or organisation_id = (select acting_for(asking_person(), asking_organisation())));

-- A grant is known to who gave it and to who may look.
alter table sight_grant enable row level security;
create policy sight_grant_in_sight on sight_grant for select to guildhall_app using (
  (select asking_house()) or organisation_id = (select acting_for(asking_person(), asking_organisation()))
  or to_organisation_id = (select acting_for(asking_person(), asking_organisation())));
create policy sight_grant_is_given on sight_grant for insert to guildhall_app with check ((select asking_house()) or organisation_id = (select acting_for(asking_person(), asking_organisation())));
create policy sight_grant_is_changed on sight_grant for update to guildhall_app
  using ((select asking_house()) or organisation_id = (select acting_for(asking_person(), asking_organisation())))
  with check ((select asking_house()) or organisation_id = (select acting_for(asking_person(), asking_organisation())));
create policy sight_grant_is_cleared on sight_grant for delete to guildhall_app using ((select asking_house()));
