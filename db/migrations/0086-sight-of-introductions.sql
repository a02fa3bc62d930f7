-- The second wall for introductions. The other side learns of one when it is asked, not before; the introducer never sees how the two
-- reach each other; a no is read by whoever said it. Only the house writes.
alter table introduction_word enable row level security;
create policy introduction_word_of_ones_own on introduction_word for select to guildhall_app using (
  (select asking_house()) or organisation_id = (select acting_for(asking_person(), asking_organisation())));

alter table introduction enable row level security;
create policy introduction_in_sight on introduction for select to guildhall_app using (
  (select asking_house())
  or introducer_id = (select acting_for(asking_person(), asking_organisation()))
  or (organiser_id = (select asking_person()) and network_id = any ((select organised_by(asking_person()))::uuid[]))
  or (organisation_id = (select acting_for(asking_person(), asking_organisation())) and introducer_id is not null)
  or exists (select 1 from introduction_word w where w.network_id = introduction.network_id and w.introduction_id = introduction.id
       and w.organisation_id = (select acting_for(asking_person(), asking_organisation()))));

alter table introduction_note enable row level security;
create policy introduction_note_in_sight on introduction_note for select to guildhall_app using (
  (select asking_house())
  or organisation_id = (select acting_for(asking_person(), asking_organisation()))
  or (to_id = (select acting_for(asking_person(), asking_organisation())) and exists (
       select 1 from introduction_word w where w.network_id = introduction_note.network_id and w.introduction_id = introduction_note.introduction_id
         and w.organisation_id = introduction_note.to_id))
  or exists (select 1 from introduction i where i.network_id = introduction_note.network_id and i.id = introduction_note.introduction_id
       and (i.introducer_id = (select acting_for(asking_person(), asking_organisation())) or i.organiser_id = (select asking_person()))));

alter table introduction_contact enable row level security;
create policy introduction_contact_in_sight on introduction_contact for select to guildhall_app using (
  (select asking_house())
  or organisation_id = (select acting_for(asking_person(), asking_organisation()))
  or exists (select 1 from introduction i where i.network_id = introduction_contact.network_id and i.id = introduction_contact.introduction_id and i.made_at is not null
       and (i.organisation_id = (select acting_for(asking_person(), asking_organisation())) or i.other_id = (select acting_for(asking_person(), asking_organisation())))));

create policy introduction_is_written on introduction for insert to guildhall_app with check ((select asking_house()));
create policy introduction_is_changed on introduction for update to guildhall_app using ((select asking_house())) with check ((select asking_house()));
create policy introduction_is_cleared on introduction for delete to guildhall_app using ((select asking_house()));
create policy introduction_note_is_written on introduction_note for insert to guildhall_app with check ((select asking_house()));
create policy introduction_note_is_cleared on introduction_note for delete to guildhall_app using ((select asking_house()));
create policy introduction_word_is_written on introduction_word for insert to guildhall_app with check ((select asking_house()));
create policy introduction_word_is_changed on introduction_word for update to guildhall_app using ((select asking_house())) with check ((select asking_house()));
create policy introduction_word_is_cleared on introduction_word for delete to guildhall_app using ((select asking_house()));
create policy introduction_contact_is_written on introduction_contact for insert to guildhall_app with check ((select asking_house()));
create policy introduction_contact_is_changed on introduction_contact for update to guildhall_app using ((select asking_house())) with check ((select asking_house()));
create policy introduction_contact_is_cleared on introduction_contact for delete to guildhall_app using ((select asking_house()));
