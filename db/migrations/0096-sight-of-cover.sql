-- The second wall for cover. A bench is seen by its two sides. A cover is seen by whoever asks for it and by those who are being asked
-- or took it; whoever declined, stayed silent or was not needed keeps only the line that they were asked. The client and the pack are
-- seen by the owner, and by whoever took the work from the client's yes until their sight ends.

create function covers_shown_to(person uuid, organisation uuid) returns setof uuid
  language plpgsql stable parallel safe security definer set search_path = public, pg_temp rows 20 as $$
begin
  return query select a.cover_id from cover_asked a where a.associate_id = acting_for(person, organisation) and a.asked_at is not null and a.closed_at is null;
end $$;

create function covers_entrusted_to(person uuid, organisation uuid, at timestamptz) returns setof uuid
  language plpgsql stable parallel safe security definer set search_path = public, pg_temp rows 20 as $$
begin
  return query select a.cover_id from cover_asked a join cover c on c.organisation_id = a.organisation_id and c.id = a.cover_id
    where a.associate_id = acting_for(person, organisation) and a.chosen_at is not null and a.closed_at is null
      and c.client_agreed_at is not null and c.client_erased_at is null and c.withdrawn_at is null
      and a.sight_ended_at is null and (a.sees_until is null or a.sees_until > at);
end $$;

-- The pack of work whose client stays unnamed is for whoever took it as well, once it is handed over.
create function packs_handed_to(person uuid, organisation uuid, at timestamptz) returns setof uuid
  language plpgsql stable parallel safe security definer set search_path = public, pg_temp rows 20 as $$
begin
  return query select a.cover_id from cover_asked a join cover c on c.organisation_id = a.organisation_id and c.id = a.cover_id
    where a.associate_id = acting_for(person, organisation) and a.chosen_at is not null and a.closed_at is null
      and c.handed_over_at is not null and (c.client = 'unnamed' or c.client_agreed_at is not null) and c.withdrawn_at is null
      and a.sight_ended_at is null and (a.sees_until is null or a.sees_until > at);
end $$;


alter table bench_place enable row level security;
create policy bench_place_of_its_two_sides on bench_place for select to guildhall_app using ((select asking_house())
  or organisation_id = (select acting_for(asking_person(), asking_organisation())) or associate_id = (select acting_for(asking_person(), asking_organisation())));
create policy bench_place_is_written_by_the_house on bench_place for insert to guildhall_app with check ((select asking_house()));
create policy bench_place_is_changed_by_the_house on bench_place for update to guildhall_app using ((select asking_house())) with check ((select asking_house()));
create policy bench_place_is_cleared on bench_place for delete to guildhall_app using ((select asking_house()));

alter table bench_terms enable row level security;
create policy bench_terms_of_its_two_sides on bench_terms for select to guildhall_app using ((select asking_house())
  or organisation_id = (select acting_for(asking_person(), asking_organisation())) or associate_id = (select acting_for(asking_person(), asking_organisation())));
create policy bench_terms_are_written_by_the_house on bench_terms for insert to guildhall_app with check ((select asking_house()));
create policy bench_terms_are_changed_by_the_house on bench_terms for update to guildhall_app using ((select asking_house())) with check ((select asking_house()));
create policy bench_terms_are_cleared on bench_terms for delete to guildhall_app using ((select asking_house()));

alter table cover enable row level security;
create policy cover_in_sight on cover for select to guildhall_app using ((select asking_house())
  or organisation_id = (select acting_for(asking_person(), asking_organisation())) or id in (select covers_shown_to(asking_person(), asking_organisation())));
create policy cover_is_written_by_the_house on cover for insert to guildhall_app with check ((select asking_house()));
create policy cover_is_changed_by_the_house on cover for update to guildhall_app using ((select asking_house())) with check ((select asking_house()));
create policy cover_is_cleared on cover for delete to guildhall_app using ((select asking_house()));

alter table cover_asked enable row level security;
create policy cover_asked_of_its_two_sides on cover_asked for select to guildhall_app using ((select asking_house())
  or organisation_id = (select acting_for(asking_person(), asking_organisation()))
  or (asked_at is not null and associate_id = (select acting_for(asking_person(), asking_organisation()))));
create policy cover_asked_is_written_by_the_house on cover_asked for insert to guildhall_app with check ((select asking_house()));
create policy cover_asked_is_changed_by_the_house on cover_asked for update to guildhall_app using ((select asking_house())) with check ((select asking_house()));
create policy cover_asked_is_cleared on cover_asked for delete to guildhall_app using ((select asking_house()));

alter table cover_client enable row level security;
create policy cover_client_is_entrusted on cover_client for select to guildhall_app using ((select asking_house())
  or organisation_id = (select acting_for(asking_person(), asking_organisation())) or cover_id in (select covers_entrusted_to(asking_person(), asking_organisation(), asking_now())));
create policy cover_client_is_written_by_the_house on cover_client for insert to guildhall_app with check ((select asking_house()));
create policy cover_client_is_changed_by_the_house on cover_client for update to guildhall_app using ((select asking_house())) with check ((select asking_house()));
create policy cover_client_is_erased on cover_client for delete to guildhall_app using ((select asking_house()));

alter table cover_pack enable row level security;
create policy cover_pack_is_handed on cover_pack for select to guildhall_app using ((select asking_house())
  or organisation_id = (select acting_for(asking_person(), asking_organisation())) or cover_id in (select packs_handed_to(asking_person(), asking_organisation(), asking_now())));
create policy cover_pack_is_written_by_the_house on cover_pack for insert to guildhall_app with check ((select asking_house()));
create policy cover_pack_is_changed_by_the_house on cover_pack for update to guildhall_app using ((select asking_house())) with check ((select asking_house()));
create policy cover_pack_is_erased on cover_pack for delete to guildhall_app using ((select asking_house()));
