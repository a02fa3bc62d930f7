-- Two more ways in. A passkey is a key pair of which we hold the public half; an outside identity is what an OpenID Connect
-- provider calls the person.
create table passkey (
  id uuid primary key,
  person_id uuid not null references person on delete cascade,
  credential text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  name text not null,
  made_at timestamptz not null,
  used_at timestamptz
);
create index passkey_of_person on passkey (person_id, made_at);

create table outside_identity (
  issuer text not null,
  subject text not null,
  person_id uuid not null references person on delete cascade,
  made_at timestamptz not null,
  used_at timestamptz not null,
  primary key (issuer, subject)
);
create index outside_identity_of_person on outside_identity (person_id);

alter table passkey enable row level security;
create policy passkey_of_ones_own on passkey to guildhall_app
  using ((select asking_house()) or person_id = (select asking_person()));
alter table outside_identity enable row level security;
create policy outside_identity_of_ones_own on outside_identity to guildhall_app
  using ((select asking_house()) or person_id = (select asking_person()));
grant select, insert, update, delete on passkey, outside_identity to guildhall_app;
