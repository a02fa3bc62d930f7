-- What has changed that an atlas is made of, so that every node can bring the one it holds up to date before it answers. The note is
-- written by the change itself, in its own transaction: no way in (page, API, import, a statement by hand) can forget it, and no answer
-- is older than the last commit. It is a note, never a rule: nothing depends on it but how fresh a throw-away copy is.
create table atlas_change (
  -- The transaction that made it. A reader keeps the snapshot it last read under, and so finds what has become visible since, in
  -- whatever order transactions ended.
  changed_in xid8 not null default pg_current_xact_id(),
  noted_at timestamptz not null default now(),
  kind text not null check (kind in ('organisation', 'job', 'capability', 'brief', 'tie', 'places')),
  network_id uuid,
  id uuid
);
create index atlas_change_by_transaction on atlas_change (changed_in);
create index atlas_change_by_age on atlas_change (noted_at);

grant select, delete on atlas_change to guildhall_app;
alter table atlas_change enable row level security;
create policy atlas_change_is_read_by_the_house on atlas_change to guildhall_app using ((select asking_house()));

-- One line for each thing a statement touched, however many rows it touched. Arguments: the kind, the column that names the thing, and
-- the column that names its network where ids are the network's own.
create function note_for_atlas() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  touched text := case tg_op when 'INSERT' then 'select * from fresh' when 'DELETE' then 'select * from stale' else 'select * from fresh union all select * from stale' end;
begin
  if tg_argv[0] = 'places' then
    insert into atlas_change (kind) values ('places');
  else
    execute format('insert into atlas_change (kind, network_id, id) select distinct %L, %s, %I from (%s) touched',
      tg_argv[0], case when tg_nargs > 2 then quote_ident(tg_argv[2]) else 'null::uuid' end, tg_argv[1], touched);
  end if;
  return null;
end $$;

create procedure watch_for_atlas(watched text, kind text, id text default '', network text default null) language plpgsql as $$
declare
  arguments text := concat_ws(', ', quote_literal(kind), quote_literal(id), quote_literal(network));
begin
  execute format('create trigger atlas_sees_new after insert on %I referencing new table as fresh for each statement execute function note_for_atlas(%s)', watched, arguments);
  execute format('create trigger atlas_sees_changed after update on %I referencing new table as fresh old table as stale for each statement execute function note_for_atlas(%s)', watched, arguments);
  execute format('create trigger atlas_sees_gone after delete on %I referencing old table as stale for each statement execute function note_for_atlas(%s)', watched, arguments);
end $$;

call watch_for_atlas('organisation', 'organisation', 'id');
call watch_for_atlas('organisation_place', 'organisation', 'organisation_id');
call watch_for_atlas('membership', 'organisation', 'organisation_id');
call watch_for_atlas('sight_partner', 'organisation', 'organisation_id');
call watch_for_atlas('sight_grant', 'organisation', 'organisation_id');
call watch_for_atlas('answer', 'organisation', 'organisation_id');
call watch_for_atlas('claim', 'organisation', 'organisation_id');
call watch_for_atlas('proof', 'organisation', 'organisation_id');
call watch_for_atlas('job', 'job', 'id');
call watch_for_atlas('job_party', 'job', 'job_id');
call watch_for_atlas('job_witness', 'job', 'job_id');
call watch_for_atlas('capability', 'capability', 'id', 'network_id');
call watch_for_atlas('district_position', 'places');
