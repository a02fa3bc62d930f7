-- The directory asked each organisation's page for every claim it looked at. The line of the member list carries a copy of who sees the
-- page, which `say-who-sees.ts` changes in the same transaction, and is what the list itself is cut by: reading it alone halves the work.
-- A listing that nobody has claimed is found here by its lister as the network sees it.
create or replace view member_in_directory as
  select m.network_id, m.organisation_id,
         m.organisation_id = (select acting_for(asking_person(), asking_organisation())) as ours,
         m.organisation_id in (select counting_as_partner(asking_person(), asking_organisation())) as partner,
         m.organisation_id = any ((select granting(asking_person(), asking_organisation(), 'page', asking_now()))::uuid[]) as granted
    from membership m
   where m.left_at is null and m.network_id = any ((select circles_of(asking_person(), asking_organisation()))::uuid[])
     and may_see(m.sight, m.organisation_id = (select acting_for(asking_person(), asking_organisation())),
       m.organisation_id in (select counting_as_partner(asking_person(), asking_organisation())), true,
       m.organisation_id = any ((select granting(asking_person(), asking_organisation(), 'page', asking_now()))::uuid[]));
