-- The second wall for matches. A need is seen with the page it belongs to, as far as its own word, while it is open, by those who stand
-- in its network; everything else here is its owner's alone.
alter table want enable row level security;
create policy want_in_sight on want for select to guildhall_app using ((select asking_house())
  or exists (select 1 from page_in_sight o where o.id = want.organisation_id
    and (o.ours or (want.withdrawn_at is null and want.ends_on >= asking_now()::date and want.network_id = any ((select circles_of(asking_person(), asking_organisation()))::uuid[])))
    and may_see(want.sight, o.ours, o.partner, true, false)));
create policy want_is_posted on want for insert to guildhall_app with check ((select asking_house()) or keeps(asking_person(), asking_organisation(), organisation_id));
create policy want_is_changed on want for update to guildhall_app
  using ((select asking_house()) or keeps(asking_person(), asking_organisation(), organisation_id))
  with check ((select asking_house()) or keeps(asking_person(), asking_organisation(), organisation_id));
create policy want_is_cleared on want for delete to guildhall_app using ((select asking_house()));

alter table want_met enable row level security;
create policy want_met_is_ours on want_met for select to guildhall_app
  using ((select asking_house()) or organisation_id = (select acting_for(asking_person(), asking_organisation())));
create policy want_met_is_noted on want_met for insert to guildhall_app with check ((select asking_house()));
create policy want_met_is_cleared on want_met for delete to guildhall_app using ((select asking_house()));

alter table not_for_us enable row level security;
create policy not_for_us_is_ours on not_for_us to guildhall_app
  using ((select asking_house()) or organisation_id = (select acting_for(asking_person(), asking_organisation())))
  with check ((select asking_house()) or organisation_id = (select acting_for(asking_person(), asking_organisation())));

alter table match_saved enable row level security;
create policy match_saved_is_ours on match_saved to guildhall_app
  using ((select asking_house()) or organisation_id = (select acting_for(asking_person(), asking_organisation())))
  with check ((select asking_house()) or organisation_id = (select acting_for(asking_person(), asking_organisation())));

alter table trade_preference enable row level security;
create policy trade_preference_is_ours on trade_preference to guildhall_app
  using ((select asking_house()) or organisation_id = (select acting_for(asking_person(), asking_organisation())))
  with check ((select asking_house()) or organisation_id = (select acting_for(asking_person(), asking_organisation())));
