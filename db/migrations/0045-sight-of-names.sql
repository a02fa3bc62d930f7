-- Whose name one may read: colleagues of the organisation acted for, and the organisers of the networks one stands in.
create policy person_colleague on person for select to guildhall_app using (
  id in (select s.person_id from staff s where s.left_at is null and s.organisation_id = (select acting_for(asking_person(), asking_organisation()))));
create policy person_organiser on person for select to guildhall_app using (
  id in (select o.person_id from organiser o where o.ended_at is null and o.network_id = any ((select circles_of(asking_person(), asking_organisation()))::uuid[])));
