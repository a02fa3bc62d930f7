-- An organiser may ask members kindly for an answer they do not show yet. When each was asked last is kept, so that nobody is asked
-- again within the month, by whichever organiser.
create table member_nudge (
  network_id uuid not null references network on delete cascade,
  organisation_id uuid not null references organisation on delete cascade,
  about text not null check (about in ('question_4')),
  sent_at timestamptz not null,
  sent_by uuid references person on delete set null,
  primary key (network_id, organisation_id, about)
);
create index member_nudge_of on member_nudge (organisation_id);
grant select, insert, update, delete on member_nudge to guildhall_app;

alter table member_nudge enable row level security;
create policy member_nudge_in_sight on member_nudge for select to guildhall_app
  using ((select asking_house()) or network_id = any ((select organised_by(asking_person()))::uuid[]));
create policy member_nudge_is_sent on member_nudge for insert to guildhall_app with check ((select asking_house()));
create policy member_nudge_is_renewed on member_nudge for update to guildhall_app using ((select asking_house())) with check ((select asking_house()));
create policy member_nudge_is_cleared on member_nudge for delete to guildhall_app using ((select asking_house()));
