-- The second wall for outcomes: the parties of the job see how it ended and what the customer said, each its own side alone, and a piece
-- kept apart only its holder and whoever noted it. The house writes, since one note reaches into several organisations.
create function outcomes_of(person uuid, organisation uuid) returns setof uuid
  language plpgsql stable parallel safe security definer set search_path = public, pg_temp rows 50 as $$
begin
  return query select o.id from job_party p join outcome o on o.job_id = p.job_id where p.organisation_id = acting_for(person, organisation);
end $$;
create function outcomes_noted_by(person uuid, organisation uuid) returns setof uuid
  language plpgsql stable parallel safe security definer set search_path = public, pg_temp rows 50 as $$
begin
  return query select o.id from outcome o where o.noted_by_organisation = acting_for(person, organisation);
end $$;

alter table outcome enable row level security;
create policy outcome_of_its_parties on outcome for select to guildhall_app
  using ((select asking_house()) or id in (select outcomes_of(asking_person(), asking_organisation())));
create policy outcome_is_noted on outcome for insert to guildhall_app with check ((select asking_house()));
create policy outcome_is_changed on outcome for update to guildhall_app using ((select asking_house())) with check ((select asking_house()));
create policy outcome_is_cleared on outcome for delete to guildhall_app using ((select asking_house()));

alter table outcome_part enable row level security;
create policy outcome_part_of_its_parties on outcome_part for select to guildhall_app
  using ((select asking_house()) or (outcome_id in (select outcomes_of(asking_person(), asking_organisation()))
    and (apart_at is null or organisation_id = (select acting_for(asking_person(), asking_organisation())) or outcome_id in (select outcomes_noted_by(asking_person(), asking_organisation())))));
create policy outcome_part_is_noted on outcome_part for insert to guildhall_app with check ((select asking_house()));
create policy outcome_part_is_changed on outcome_part for update to guildhall_app using ((select asking_house())) with check ((select asking_house()));
create policy outcome_part_is_cleared on outcome_part for delete to guildhall_app using ((select asking_house()));

alter table outcome_side enable row level security;
create policy outcome_side_of_ones_own on outcome_side for select to guildhall_app
  using ((select asking_house()) or organisation_id = (select acting_for(asking_person(), asking_organisation())));
create policy outcome_side_is_noted on outcome_side for insert to guildhall_app with check ((select asking_house()));
create policy outcome_side_is_changed on outcome_side for update to guildhall_app using ((select asking_house())) with check ((select asking_house()));
create policy outcome_side_is_cleared on outcome_side for delete to guildhall_app using ((select asking_house()));

alter table outcome_customer enable row level security;
create policy outcome_customer_of_its_parties on outcome_customer for select to guildhall_app
  using ((select asking_house()) or outcome_id in (select outcomes_of(asking_person(), asking_organisation())));
create policy outcome_customer_is_asked on outcome_customer for insert to guildhall_app with check ((select asking_house()));
create policy outcome_customer_is_heard on outcome_customer for update to guildhall_app using ((select asking_house())) with check ((select asking_house()));
create policy outcome_customer_is_cleared on outcome_customer for delete to guildhall_app using ((select asking_house()));
