-- Who is here. What others may come to read of a person (the name) is kept apart from what only they and the house may: how they
-- sign in. The rooms below add a policy to `person` for those who share an organisation or a network.
create table person (
  id uuid primary key,
  name text not null constraint a_person_has_a_name check (length(name) between 1 and 100),
  joined_at timestamptz not null,
  closed_at timestamptz
);

create table account (
  person_id uuid primary key references person on delete cascade,
  email text not null unique constraint an_email_is_kept_in_small_letters check (email = lower(email)),
  email_confirmed_at timestamptz,
  password_hash text,
  password_set_at timestamptz,
  constraint a_password_was_set_once check ((password_hash is null) = (password_set_at is null))
);

-- Whoever hosts this house. A table of its own, so that a person may change their name but never make themselves a host.
create table host (
  person_id uuid primary key references person on delete cascade,
  since timestamptz not null,
  made_by uuid references person on delete set null
);

alter table person enable row level security;
create policy person_oneself on person to guildhall_app
  using ((select asking_house()) or id = (select asking_person()));
alter table account enable row level security;
create policy account_of_ones_own on account to guildhall_app
  using ((select asking_house()) or person_id = (select asking_person()));
alter table host enable row level security;
create policy host_is_made_by_the_house on host to guildhall_app using ((select asking_house()));
create policy host_oneself on host for select to guildhall_app using (person_id = (select asking_person()));

grant select, insert, update, delete on person, account, host to guildhall_app;
