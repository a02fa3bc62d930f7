-- The second wall for answers. All of it belongs to the page: what is not seen of an organisation without its page, is not seen here
-- either. Whoever is shown the page by a grant stands here as a member does; a grant opens nothing that is only for us or partners.

alter table answer enable row level security;
create policy answer_in_sight on answer for select to guildhall_app using ((select asking_house())
  or exists (select 1 from page_in_sight o where o.id = answer.organisation_id
    and may_see(answer.sight, o.ours, o.partner, o.shares or o.id = any ((select granting(asking_person(), asking_organisation(), 'page', asking_now()))::uuid[]), false)));
create policy answer_is_kept on answer for insert to guildhall_app with check ((select asking_house()) or keeps(asking_person(), asking_organisation(), organisation_id));
create policy answer_is_changed on answer for update to guildhall_app
  using ((select asking_house()) or keeps(asking_person(), asking_organisation(), organisation_id))
  with check ((select asking_house()) or keeps(asking_person(), asking_organisation(), organisation_id));
create policy answer_is_taken_away on answer for delete to guildhall_app using ((select asking_house()) or keeps(asking_person(), asking_organisation(), organisation_id));

alter table answer_version enable row level security;
create policy answer_version_is_ours on answer_version to guildhall_app
  using ((select asking_house()) or keeps(asking_person(), asking_organisation(), organisation_id))
  with check ((select asking_house()) or keeps(asking_person(), asking_organisation(), organisation_id));

alter table dismissed_note enable row level security;
create policy dismissed_note_is_ours on dismissed_note to guildhall_app
  using ((select asking_house()) or keeps(asking_person(), asking_organisation(), organisation_id))
  with check ((select asking_house()) or keeps(asking_person(), asking_organisation(), organisation_id));

alter table suggestion enable row level security;
create policy suggestion_is_ours on suggestion to guildhall_app
  using ((select asking_house()) or keeps(asking_person(), asking_organisation(), organisation_id))
  with check ((select asking_house()) or keeps(asking_person(), asking_organisation(), organisation_id));

alter table claim enable row level security;
create policy claim_in_sight on claim for select to guildhall_app using ((select asking_house())
  or exists (select 1 from page_in_sight o where o.id = claim.organisation_id
    and may_see(claim.sight, o.ours, o.partner, o.shares or o.id = any ((select granting(asking_person(), asking_organisation(), 'page', asking_now()))::uuid[]), false) and (claim.removed_at is null or o.ours)));
create policy claim_is_kept on claim for insert to guildhall_app with check ((select asking_house()) or keeps(asking_person(), asking_organisation(), organisation_id));
create policy claim_is_changed on claim for update to guildhall_app
  using ((select asking_house()) or keeps(asking_person(), asking_organisation(), organisation_id))
  with check ((select asking_house()) or keeps(asking_person(), asking_organisation(), organisation_id));
create policy claim_is_taken_away on claim for delete to guildhall_app using ((select asking_house()) or keeps(asking_person(), asking_organisation(), organisation_id));

alter table certificate enable row level security;
create policy certificate_in_sight on certificate for select to guildhall_app using ((select asking_house())
  or exists (select 1 from page_in_sight o where o.id = certificate.organisation_id
    and may_see(certificate.sight, o.ours, o.partner, o.shares or o.id = any ((select granting(asking_person(), asking_organisation(), 'page', asking_now()))::uuid[]), false)));
create policy certificate_is_kept on certificate for insert to guildhall_app with check ((select asking_house()) or keeps(asking_person(), asking_organisation(), organisation_id));
create policy certificate_is_changed on certificate for update to guildhall_app
  using ((select asking_house()) or keeps(asking_person(), asking_organisation(), organisation_id))
  with check ((select asking_house()) or keeps(asking_person(), asking_organisation(), organisation_id));
create policy certificate_is_taken_away on certificate for delete to guildhall_app using ((select asking_house()) or keeps(asking_person(), asking_organisation(), organisation_id));

alter table figure enable row level security;
create policy figure_in_sight on figure for select to guildhall_app using ((select asking_house())
  or exists (select 1 from page_in_sight o where o.id = figure.organisation_id
    and may_see(figure.sight, o.ours, o.partner, o.shares or o.id = any ((select granting(asking_person(), asking_organisation(), 'page', asking_now()))::uuid[]), false)));
create policy figure_is_kept on figure for insert to guildhall_app with check ((select asking_house()) or keeps(asking_person(), asking_organisation(), organisation_id));
create policy figure_is_changed on figure for update to guildhall_app
  using ((select asking_house()) or keeps(asking_person(), asking_organisation(), organisation_id))
  with check ((select asking_house()) or keeps(asking_person(), asking_organisation(), organisation_id));
create policy figure_is_taken_away on figure for delete to guildhall_app using ((select asking_house()) or keeps(asking_person(), asking_organisation(), organisation_id));

-- A job is seen by its parties, and by whoever sees the part of one of them. Only who noted it changes its words; what the others
-- say of it is written by the house, once they were asked.
alter table job enable row level security;
create policy job_in_sight on job for select to guildhall_app using ((select asking_house())
  or noted_by_organisation = (select acting_for(asking_person(), asking_organisation()))
  or id in (select jobs_of(asking_person(), asking_organisation())) or exists (select 1 from job_party p where p.job_id = job.id));
create policy job_is_noted on job for insert to guildhall_app with check ((select asking_house()) or noted_by_organisation = (select acting_for(asking_person(), asking_organisation())));
create policy job_is_changed on job for update to guildhall_app
  using ((select asking_house()) or noted_by_organisation = (select acting_for(asking_person(), asking_organisation())))
  with check ((select asking_house()) or noted_by_organisation = (select acting_for(asking_person(), asking_organisation())));
create policy job_is_taken_away on job for delete to guildhall_app using ((select asking_house()));

alter table job_value enable row level security;
create policy job_value_of_its_parties on job_value for select to guildhall_app using ((select asking_house()) or job_id in (select jobs_of(asking_person(), asking_organisation())));
create policy job_value_is_noted on job_value for insert to guildhall_app with check ((select asking_house()) or noted_by_us(asking_person(), asking_organisation(), job_id));
create policy job_value_is_cleared on job_value for delete to guildhall_app using ((select asking_house()));

-- Others see a part once the party has said that it was so. Whoever noted the job names the parties, and speaks only for itself.
alter table job_party enable row level security;
create policy job_party_in_sight on job_party for select to guildhall_app using ((select asking_house())
  or job_id in (select jobs_of(asking_person(), asking_organisation())) or (job_party.confirmed_at is not null and exists (select 1 from page_in_sight o where o.id = job_party.organisation_id
    and may_see(job_party.sight, o.ours, o.partner, o.shares or o.id = any ((select granting(asking_person(), asking_organisation(), 'page', asking_now()))::uuid[]), false))));
create policy job_party_is_named on job_party for insert to guildhall_app with check ((select asking_house())
  or ((confirmed_at is null or organisation_id = (select acting_for(asking_person(), asking_organisation()))) and noted_by_us(asking_person(), asking_organisation(), job_id)));
create policy job_party_is_changed on job_party for update to guildhall_app
  using ((select asking_house()) or organisation_id = (select acting_for(asking_person(), asking_organisation())))
  with check ((select asking_house()) or organisation_id = (select acting_for(asking_person(), asking_organisation())));
create policy job_party_is_cleared on job_party for delete to guildhall_app using ((select asking_house()));

alter table job_witness enable row level security;
create policy job_witness_of_its_parties on job_witness for select to guildhall_app using ((select asking_house()) or job_id in (select jobs_of(asking_person(), asking_organisation())));
create policy job_witness_is_asked on job_witness for insert to guildhall_app with check ((select asking_house()) or (organisation_id = (select acting_for(asking_person(), asking_organisation())) and confirmed_at is null));
create policy job_witness_is_changed on job_witness for update to guildhall_app using ((select asking_house())) with check ((select asking_house()));
create policy job_witness_is_cleared on job_witness for delete to guildhall_app using ((select asking_house()));

-- Both sides see it from the first draft; others once both said yes. Neither side can say yes for the other.
alter table recommendation enable row level security;
create policy recommendation_in_sight on recommendation for select to guildhall_app using ((select asking_house())
  or organisation_id = (select acting_for(asking_person(), asking_organisation())) or from_organisation = (select acting_for(asking_person(), asking_organisation()))
  or (given_at is not null and taken_at is not null and exists (select 1 from page_in_sight o where o.id = recommendation.organisation_id
    and may_see(recommendation.sight, o.ours, o.partner, o.shares or o.id = any ((select granting(asking_person(), asking_organisation(), 'page', asking_now()))::uuid[]), false))));
create policy recommendation_is_written on recommendation for insert to guildhall_app with check ((select asking_house())
  or (organisation_id = (select acting_for(asking_person(), asking_organisation())) and given_at is null)
  or (from_organisation = (select acting_for(asking_person(), asking_organisation())) and taken_at is null));
create policy recommendation_is_changed on recommendation for update to guildhall_app using ((select asking_house())) with check ((select asking_house()));
create policy recommendation_is_taken_away on recommendation for delete to guildhall_app using ((select asking_house()) or organisation_id = (select acting_for(asking_person(), asking_organisation())));

-- Proof is seen with its claim, once it stands; our own also while it waits.
alter table proof enable row level security;
create policy proof_in_sight on proof for select to guildhall_app using ((select asking_house())
  or (exists (select 1 from claim c where c.organisation_id = proof.organisation_id and c.id = proof.claim_id)
    and exists (select 1 from page_in_sight o where o.id = proof.organisation_id
    and may_see(proof.sight, o.ours, o.partner, o.shares or o.id = any ((select granting(asking_person(), asking_organisation(), 'page', asking_now()))::uuid[]), false) and (proof.stands_at is not null or o.ours))));

create policy proof_is_kept on proof for insert to guildhall_app with check ((select asking_house()) or keeps(asking_person(), asking_organisation(), organisation_id));
create policy proof_is_changed on proof for update to guildhall_app
  using ((select asking_house()) or keeps(asking_person(), asking_organisation(), organisation_id))
  with check ((select asking_house()) or keeps(asking_person(), asking_organisation(), organisation_id));
create policy proof_is_taken_away on proof for delete to guildhall_app using ((select asking_house()) or keeps(asking_person(), asking_organisation(), organisation_id));
