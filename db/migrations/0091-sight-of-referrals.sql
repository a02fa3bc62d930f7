-- The second wall for referrals. The rule in words is `src/referrals/sight.ts`: the giver sees what they gave; the receiver a first name
-- and the need once the person said yes and while they have not said no; how to reach the person only after accepting. All is written by
-- the house, after asking who may.
alter table referral enable row level security;
create policy referral_of_its_sides on referral for select to guildhall_app using ((select asking_house())
  or given_by = (select acting_for(asking_person(), asking_organisation()))
  or (offered_at is not null and (given_to = (select acting_for(asking_person(), asking_organisation())) or begun_by = (select acting_for(asking_person(), asking_organisation())))));
create policy referral_is_put on referral for insert to guildhall_app with check ((select asking_house()));
create policy referral_is_changed on referral for update to guildhall_app using ((select asking_house())) with check ((select asking_house()));
create policy referral_is_cleared on referral for delete to guildhall_app using ((select asking_house()));

-- While a receiver may still read about the person.
create function referral_open_to(r referral, organisation uuid) returns boolean language sql immutable parallel safe
  as $$ select r.given_to = organisation and r.offered_at is not null
          and r.declined_at is null and r.unanswered_at is null and r.taken_back_at is null and r.stopped_by_person_at is null $$;

alter table referral_person enable row level security;
create policy referral_person_in_sight on referral_person for select to guildhall_app using ((select asking_house())
  or organisation_id = (select acting_for(asking_person(), asking_organisation()))
  or exists (select 1 from referral r where r.person_id = referral_person.id and referral_open_to(r, (select acting_for(asking_person(), asking_organisation())))));
create policy referral_person_is_put on referral_person for insert to guildhall_app with check ((select asking_house()));
create policy referral_person_is_changed on referral_person for update to guildhall_app using ((select asking_house())) with check ((select asking_house()));
create policy referral_person_is_erased on referral_person for delete to guildhall_app using ((select asking_house()));

alter table referral_reach enable row level security;
create policy referral_reach_in_sight on referral_reach for select to guildhall_app using ((select asking_house())
  or exists (select 1 from referral_person p where p.id = person_id and p.organisation_id = (select acting_for(asking_person(), asking_organisation())))
  or exists (select 1 from referral r where r.person_id = referral_reach.person_id and r.accepted_at is not null and r.passed_on_at is null and referral_open_to(r, (select acting_for(asking_person(), asking_organisation())))));
create policy referral_reach_is_put on referral_reach for insert to guildhall_app with check ((select asking_house()));
create policy referral_reach_is_changed on referral_reach for update to guildhall_app using ((select asking_house())) with check ((select asking_house()));
create policy referral_reach_is_erased on referral_reach for delete to guildhall_app using ((select asking_house()));

alter table referral_words enable row level security;
create policy referral_words_in_sight on referral_words for select to guildhall_app using ((select asking_house())
  or exists (select 1 from referral r where r.id = referral_id
    and (r.given_by = (select acting_for(asking_person(), asking_organisation())) or referral_open_to(r, (select acting_for(asking_person(), asking_organisation()))))));
create policy referral_words_are_put on referral_words for insert to guildhall_app with check ((select asking_house()));
create policy referral_words_are_changed on referral_words for update to guildhall_app using ((select asking_house())) with check ((select asking_house()));
create policy referral_words_are_erased on referral_words for delete to guildhall_app using ((select asking_house()));

alter table referral_line enable row level security;
create policy referral_line_in_sight on referral_line for select to guildhall_app using ((select asking_house())
  or exists (select 1 from referral r where r.id = referral_id
    and (r.given_by = (select acting_for(asking_person(), asking_organisation())) or referral_open_to(r, (select acting_for(asking_person(), asking_organisation()))))));
create policy referral_line_is_put on referral_line for insert to guildhall_app with check ((select asking_house()));
create policy referral_line_is_erased on referral_line for delete to guildhall_app using ((select asking_house()));

alter table referral_value enable row level security;
create policy referral_value_of_its_sides on referral_value for select to guildhall_app using ((select asking_house())
  or exists (select 1 from referral r where r.id = referral_id and (select acting_for(asking_person(), asking_organisation())) in (r.given_by, r.given_to)));
create policy referral_value_is_put on referral_value for insert to guildhall_app with check ((select asking_house()));
create policy referral_value_is_changed on referral_value for update to guildhall_app using ((select asking_house())) with check ((select asking_house()));
create policy referral_value_is_cleared on referral_value for delete to guildhall_app using ((select asking_house()));

alter table referral_ask enable row level security;
create policy referral_ask_is_of_the_house on referral_ask to guildhall_app using ((select asking_house())) with check ((select asking_house()));

alter table referral_keeping enable row level security;
create policy referral_keeping_is_ours on referral_keeping for select to guildhall_app using ((select asking_house())
  or organisation_id = (select acting_for(asking_person(), asking_organisation())));
create policy referral_keeping_is_put on referral_keeping for insert to guildhall_app with check ((select asking_house()));
create policy referral_keeping_is_changed on referral_keeping for update to guildhall_app using ((select asking_house())) with check ((select asking_house()));

alter table referral_erasure enable row level security;
create policy referral_erasure_is_of_the_house on referral_erasure to guildhall_app using ((select asking_house())) with check ((select asking_house()));
