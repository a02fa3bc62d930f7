-- Who sees what of a team. The lead sees all of it but what two others settle between them, which does not exist here: every pair has the
-- lead as one side. Whoever holds a seat sees the team, its parts and who holds them, but for parts that need not be known: those only
-- their holder and the lead see, with all that hangs on them. Whoever was merely asked sees their own seat; the house shows them the rest
-- of the question. Whoever left sees their own seat and ledger, no more.
create function teams_led_by(person uuid, organisation uuid) returns uuid[]
  language plpgsql stable parallel safe security definer set search_path = public, pg_temp as $$
begin
  return array(select t.id from team t where t.lead_organisation_id = acting_for(person, organisation));
end $$;

create function teams_held_by(person uuid, organisation uuid) returns uuid[]
  language plpgsql stable parallel safe security definer set search_path = public, pg_temp as $$
begin
  return array(select distinct s.team_id from seat s where s.organisation_id = acting_for(person, organisation) and s.taken_at is not null and s.left_at is null);
end $$;

create function parts_held_by(person uuid, organisation uuid) returns uuid[]
  language plpgsql stable parallel safe security definer set search_path = public, pg_temp as $$
begin
  return array(select p.part_id from seat s join seat_part p on p.network_id = s.network_id and p.team_id = s.team_id and p.seat_id = s.id
    where s.organisation_id = acting_for(person, organisation) and s.taken_at is not null and s.left_at is null and p.held_at is not null and p.given_up_at is null);
end $$;

create function seats_of(person uuid, organisation uuid) returns uuid[]
  language plpgsql stable parallel safe security definer set search_path = public, pg_temp as $$
begin
  return array(select s.id from seat s where s.organisation_id = acting_for(person, organisation));
end $$;

-- Parts that fellow members may know of, and seats that are taken: asked from below, where the policies of the tables would ask each other.
create function part_is_open(team uuid, part uuid) returns boolean
  language sql stable parallel safe security definer set search_path = public, pg_temp
  as $$ select exists (select 1 from team_part p where p.team_id = team and p.id = part and p.need_to_know_at is null) $$;

create function seat_is_taken(team uuid, seat uuid) returns boolean
  language sql stable parallel safe security definer set search_path = public, pg_temp
  as $$ select exists (select 1 from seat s where s.team_id = team and s.id = seat and s.taken_at is not null and s.left_at is null) $$;

create index team_part_by_id on team_part (team_id, id);

alter table team enable row level security;
create policy team_in_sight on team for select to guildhall_app using ((select asking_house())
  or lead_organisation_id = (select acting_for(asking_person(), asking_organisation()))
  or id = any ((select teams_held_by(asking_person(), asking_organisation()))::uuid[]));
create policy team_is_kept on team for insert to guildhall_app with check ((select asking_house()));
create policy team_is_changed on team for update to guildhall_app using ((select asking_house())) with check ((select asking_house()));
create policy team_is_taken_away on team for delete to guildhall_app using ((select asking_house()));

alter table team_part enable row level security;
create policy team_part_in_sight on team_part for select to guildhall_app using ((select asking_house())
  or team_id = any ((select teams_led_by(asking_person(), asking_organisation()))::uuid[])
  or id = any ((select parts_held_by(asking_person(), asking_organisation()))::uuid[])
  or (need_to_know_at is null and team_id = any ((select teams_held_by(asking_person(), asking_organisation()))::uuid[])));
create policy team_part_is_kept on team_part for insert to guildhall_app with check ((select asking_house()));
create policy team_part_is_changed on team_part for update to guildhall_app using ((select asking_house())) with check ((select asking_house()));
create policy team_part_is_taken_away on team_part for delete to guildhall_app using ((select asking_house()));

-- What the lead weighs is the lead's alone.
alter table line_up enable row level security;
create policy line_up_is_the_leads on line_up for select to guildhall_app using ((select asking_house())
  or team_id = any ((select teams_led_by(asking_person(), asking_organisation()))::uuid[]));
create policy line_up_is_kept on line_up for insert to guildhall_app with check ((select asking_house()));
create policy line_up_is_changed on line_up for update to guildhall_app using ((select asking_house())) with check ((select asking_house()));
create policy line_up_is_taken_away on line_up for delete to guildhall_app using ((select asking_house()));

alter table line_up_state enable row level security;
create policy line_up_state_is_the_leads on line_up_state for select to guildhall_app using ((select asking_house())
  or team_id = any ((select teams_led_by(asking_person(), asking_organisation()))::uuid[]));
create policy line_up_state_is_kept on line_up_state for insert to guildhall_app with check ((select asking_house()));
create policy line_up_state_is_changed on line_up_state for update to guildhall_app using ((select asking_house())) with check ((select asking_house()));
create policy line_up_state_is_taken_away on line_up_state for delete to guildhall_app using ((select asking_house()));

alter table seat enable row level security;
create policy seat_in_sight on seat for select to guildhall_app using ((select asking_house())
  or team_id = any ((select teams_led_by(asking_person(), asking_organisation()))::uuid[])
  or organisation_id = (select acting_for(asking_person(), asking_organisation()))
  or (taken_at is not null and left_at is null and team_id = any ((select teams_held_by(asking_person(), asking_organisation()))::uuid[])));
create policy seat_is_kept on seat for insert to guildhall_app with check ((select asking_house()));
create policy seat_is_changed on seat for update to guildhall_app using ((select asking_house())) with check ((select asking_house()));
create policy seat_is_taken_away on seat for delete to guildhall_app using ((select asking_house()));

alter table seat_part enable row level security;
create policy seat_part_in_sight on seat_part for select to guildhall_app using ((select asking_house())
  or team_id = any ((select teams_led_by(asking_person(), asking_organisation()))::uuid[])
  or seat_id = any ((select seats_of(asking_person(), asking_organisation()))::uuid[])
  or (held_at is not null and given_up_at is null and team_id = any ((select teams_held_by(asking_person(), asking_organisation()))::uuid[])
      and part_is_open(team_id, part_id) and seat_is_taken(team_id, seat_id)));
create policy seat_part_is_kept on seat_part for insert to guildhall_app with check ((select asking_house()));
create policy seat_part_is_changed on seat_part for update to guildhall_app using ((select asking_house())) with check ((select asking_house()));
create policy seat_part_is_taken_away on seat_part for delete to guildhall_app using ((select asking_house()));

alter table seat_word enable row level security;
create policy seat_word_is_between_two on seat_word for select to guildhall_app using ((select asking_house())
  or team_id = any ((select teams_led_by(asking_person(), asking_organisation()))::uuid[])
  or seat_id = any ((select seats_of(asking_person(), asking_organisation()))::uuid[]));
create policy seat_word_is_kept on seat_word for insert to guildhall_app with check ((select asking_house()));
create policy seat_word_is_changed on seat_word for update to guildhall_app using ((select asking_house())) with check ((select asking_house()));
create policy seat_word_is_taken_away on seat_word for delete to guildhall_app using ((select asking_house()));

alter table seat_scope enable row level security;
create policy seat_scope_is_between_two on seat_scope for select to guildhall_app using ((select asking_house())
  or team_id = any ((select teams_led_by(asking_person(), asking_organisation()))::uuid[])
  or seat_id = any ((select seats_of(asking_person(), asking_organisation()))::uuid[]));
create policy seat_scope_is_kept on seat_scope for insert to guildhall_app with check ((select asking_house()));
create policy seat_scope_is_changed on seat_scope for update to guildhall_app using ((select asking_house())) with check ((select asking_house()));
create policy seat_scope_is_taken_away on seat_scope for delete to guildhall_app using ((select asking_house()));

alter table workshare enable row level security;
create policy workshare_is_between_two on workshare for select to guildhall_app using ((select asking_house())
  or team_id = any ((select teams_led_by(asking_person(), asking_organisation()))::uuid[])
  or seat_id = any ((select seats_of(asking_person(), asking_organisation()))::uuid[]));
create policy workshare_is_kept on workshare for insert to guildhall_app with check ((select asking_house()));
create policy workshare_is_changed on workshare for update to guildhall_app using ((select asking_house())) with check ((select asking_house()));
create policy workshare_is_taken_away on workshare for delete to guildhall_app using ((select asking_house()));

alter table team_capacity enable row level security;
create policy team_capacity_is_between_two on team_capacity for select to guildhall_app using ((select asking_house())
  or team_id = any ((select teams_led_by(asking_person(), asking_organisation()))::uuid[])
  or organisation_id = (select acting_for(asking_person(), asking_organisation())));
create policy team_capacity_is_kept on team_capacity for insert to guildhall_app with check ((select asking_house()));
create policy team_capacity_is_changed on team_capacity for update to guildhall_app using ((select asking_house())) with check ((select asking_house()));
create policy team_capacity_is_taken_away on team_capacity for delete to guildhall_app using ((select asking_house()));

-- An entry is seen with its part; what belongs to no part, by the whole team.
alter table team_entry enable row level security;
create policy team_entry_in_sight on team_entry for select to guildhall_app using ((select asking_house())
  or team_id = any ((select teams_led_by(asking_person(), asking_organisation()))::uuid[])
  or (removed_at is null and part_id = any ((select parts_held_by(asking_person(), asking_organisation()))::uuid[]))
  or (removed_at is null and team_id = any ((select teams_held_by(asking_person(), asking_organisation()))::uuid[]) and (part_id is null or part_is_open(team_id, part_id))));
create policy team_entry_is_kept on team_entry for insert to guildhall_app with check ((select asking_house()));
create policy team_entry_is_changed on team_entry for update to guildhall_app using ((select asking_house())) with check ((select asking_house()));
create policy team_entry_is_taken_away on team_entry for delete to guildhall_app using ((select asking_house()));
