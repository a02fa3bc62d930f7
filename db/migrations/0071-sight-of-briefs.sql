-- The second wall for briefs. `src/briefs/sight.ts` says the same. A brief is never seen without its network, and belongs to its
-- owner's page: the narrower word decides. Whoever was shown this brief, or showed interest in it, sees it all the same.
alter table brief enable row level security;
create policy brief_in_sight on brief for select to guildhall_app using ((select asking_house())
  or organisation_id = (select acting_for(asking_person(), asking_organisation()))
  or (published_at is not null
    and (network_id = any ((select circles_of(asking_person(), asking_organisation()))::uuid[]) or exists (select 1 from network n where n.id = brief.network_id))
    and (id = any ((select interested_in(asking_person(), asking_organisation()))::uuid[])
      or id = any ((select granted_things(asking_person(), asking_organisation(), 'brief', asking_now()))::uuid[])
      or (withdrawn_at is null and exists (select 1 from page_in_sight o where o.id = brief.organisation_id
        and may_see(brief.sight, false, o.partner, brief.network_id = any ((select circles_of(asking_person(), asking_organisation()))::uuid[]), false))))));
create policy brief_is_written on brief for insert to guildhall_app with check ((select asking_house())
  or (organisation_id = (select acting_for(asking_person(), asking_organisation())) and network_id = any ((select circles_of(asking_person(), asking_organisation()))::uuid[])));
create policy brief_is_changed on brief for update to guildhall_app
  using ((select asking_house()) or organisation_id = (select acting_for(asking_person(), asking_organisation())))
  with check ((select asking_house()) or organisation_id = (select acting_for(asking_person(), asking_organisation())));
-- What others have seen is withdrawn, not unmade.
create policy brief_is_thrown_away on brief for delete to guildhall_app
  using ((select asking_house()) or (organisation_id = (select acting_for(asking_person(), asking_organisation())) and published_at is null));

alter table brief_value enable row level security;
create policy brief_value_is_ours on brief_value to guildhall_app
  using ((select asking_house()) or exists (select 1 from brief b where b.network_id = brief_value.network_id and b.id = brief_value.brief_id and b.organisation_id = (select acting_for(asking_person(), asking_organisation()))))
  with check ((select asking_house()) or exists (select 1 from brief b where b.network_id = brief_value.network_id and b.id = brief_value.brief_id and b.organisation_id = (select acting_for(asking_person(), asking_organisation()))));

alter table brief_part enable row level security;
create policy brief_part_in_sight on brief_part for select to guildhall_app using ((select asking_house())
  or exists (select 1 from brief b where b.network_id = brief_part.network_id and b.id = brief_part.brief_id
    and (brief_part.removed_at is null or b.organisation_id = (select acting_for(asking_person(), asking_organisation())))));
create policy brief_part_is_added on brief_part for insert to guildhall_app
  with check ((select asking_house()) or exists (select 1 from brief b where b.network_id = brief_part.network_id and b.id = brief_part.brief_id and b.organisation_id = (select acting_for(asking_person(), asking_organisation()))));
create policy brief_part_is_changed on brief_part for update to guildhall_app
  using ((select asking_house()) or exists (select 1 from brief b where b.network_id = brief_part.network_id and b.id = brief_part.brief_id and b.organisation_id = (select acting_for(asking_person(), asking_organisation()))))
  with check ((select asking_house()) or exists (select 1 from brief b where b.network_id = brief_part.network_id and b.id = brief_part.brief_id and b.organisation_id = (select acting_for(asking_person(), asking_organisation()))));
create policy brief_part_is_cleared on brief_part for delete to guildhall_app using ((select asking_house()));

-- Interest is known to its two sides alone. Whoever shows it says so for itself; the answer is written by the house, once asked who may.
alter table interest enable row level security;
create policy interest_of_its_sides on interest for select to guildhall_app using ((select asking_house())
  or organisation_id = (select acting_for(asking_person(), asking_organisation())) or brief_owner_id = (select acting_for(asking_person(), asking_organisation())));
create policy interest_is_shown on interest for insert to guildhall_app
  with check ((select asking_house()) or (organisation_id = (select acting_for(asking_person(), asking_organisation())) and answered_at is null));
create policy interest_is_changed on interest for update to guildhall_app using ((select asking_house())) with check ((select asking_house()));
create policy interest_is_cleared on interest for delete to guildhall_app using ((select asking_house()));

alter table brief_reading enable row level security;
create policy brief_reading_is_ours on brief_reading to guildhall_app
  using ((select asking_house()) or organisation_id = (select acting_for(asking_person(), asking_organisation())))
  with check ((select asking_house()) or organisation_id = (select acting_for(asking_person(), asking_organisation())));
