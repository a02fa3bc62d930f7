-- The second wall for organisations: whatever a query forgets, a row outside the asker's sight is not there.
alter table organisation enable row level security;
create policy organisation_in_sight on organisation for select to guildhall_app using (
  (select asking_house()) or may_see(sight,
    id = (select acting_for(asking_person(), asking_organisation())) or (claimed_at is null and listed_by = (select asking_person())),
    id in (select counting_as_partner(asking_person(), asking_organisation())),
    exists (select 1 from shared_membership m where m.organisation_id = organisation.id),
    id = any ((select granting(asking_person(), asking_organisation(), 'page', asking_now()))::uuid[])));
create policy organisation_is_listed on organisation for insert to guildhall_app
  with check ((select asking_house()) or (listed_by = (select asking_person()) and claimed_at is null));
create policy organisation_is_kept on organisation for update to guildhall_app
  using ((select asking_house()) or keeps(asking_person(), asking_organisation(), id))
  with check ((select asking_house()) or keeps(asking_person(), asking_organisation(), id));
create policy organisation_is_cleared on organisation for delete to guildhall_app using ((select asking_house()));

alter table organisation_contact enable row level security;
create policy contact_in_sight on organisation_contact for select to guildhall_app using (
  (select asking_house()) or exists (select 1 from page_in_sight o where o.id = organisation_id and may_see(organisation_contact.sight, o.ours, o.partner, o.shares,
    o.id = any ((select granting(asking_person(), asking_organisation(), 'contact', asking_now()))::uuid[]))));
create policy contact_is_kept on organisation_contact for insert to guildhall_app with check ((select asking_house()) or keeps(asking_person(), asking_organisation(), organisation_id));
create policy contact_is_changed on organisation_contact for update to guildhall_app
  using ((select asking_house()) or keeps(asking_person(), asking_organisation(), organisation_id))
  with check ((select asking_house()) or keeps(asking_person(), asking_organisation(), organisation_id));
create policy contact_is_cleared on organisation_contact for delete to guildhall_app using ((select asking_house()));

alter table organisation_place enable row level security;
create policy place_in_sight on organisation_place for select to guildhall_app using (
  (select asking_house()) or exists (select 1 from page_in_sight o where o.id = organisation_id and may_see(organisation_place.sight, o.ours, o.partner, o.shares,
    o.id = any ((select granting(asking_person(), asking_organisation(), 'place', asking_now()))::uuid[]))));
create policy place_is_kept on organisation_place for insert to guildhall_app with check ((select asking_house()) or keeps(asking_person(), asking_organisation(), organisation_id));
create policy place_is_changed on organisation_place for update to guildhall_app
  using ((select asking_house()) or keeps(asking_person(), asking_organisation(), organisation_id))
  with check ((select asking_house()) or keeps(asking_person(), asking_organisation(), organisation_id));
create policy place_is_cleared on organisation_place for delete to guildhall_app using ((select asking_house()));

-- Register numbers belong to the page.
alter table identifier enable row level security;
create policy identifier_in_sight on identifier for select to guildhall_app
  using ((select asking_house()) or exists (select 1 from page_in_sight o where o.id = organisation_id));
create policy identifier_is_kept on identifier for insert to guildhall_app with check ((select asking_house()) or keeps(asking_person(), asking_organisation(), organisation_id));
create policy identifier_is_taken_away on identifier for delete to guildhall_app using ((select asking_house()) or keeps(asking_person(), asking_organisation(), organisation_id));

-- Colleagues see each other, and everyone their own.
alter table staff enable row level security;
create policy staff_in_sight on staff for select to guildhall_app using (
  (select asking_house()) or organisation_id = (select acting_for(asking_person(), asking_organisation())) or person_id = (select asking_person()));
create policy staff_begin_with_who_listed on staff for insert to guildhall_app with check (
  (select asking_house()) or (person_id = (select asking_person()) and exists (
    select 1 from organisation o where o.id = organisation_id and o.claimed_at is null and o.listed_by = (select asking_person()))));
create policy staff_are_changed on staff for update to guildhall_app
  using ((select asking_house()) or organisation_id = (select acting_for(asking_person(), asking_organisation())) or person_id = (select asking_person()))
  with check ((select asking_house()) or organisation_id = (select acting_for(asking_person(), asking_organisation())) or (person_id = (select asking_person()) and left_at is not null));
create policy staff_are_cleared on staff for delete to guildhall_app using ((select asking_house()));

alter table staff_invitation enable row level security;
create policy staff_invitation_in_sight on staff_invitation to guildhall_app
  using ((select asking_house()) or keeps(asking_person(), asking_organisation(), organisation_id))
  with check ((select asking_house()) or keeps(asking_person(), asking_organisation(), organisation_id));
