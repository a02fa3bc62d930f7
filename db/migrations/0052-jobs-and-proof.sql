-- A finished job is shared by those who did it. Each says for itself that it was so, and who may see its own part in it.
create table job (
  id uuid primary key,
  noted_by_organisation uuid not null references organisation on delete cascade,
  noted_by uuid references person on delete set null,
  noted_at timestamptz not null,
  what text not null,
  for_whom text,
  finished_on date not null,
  customer_says text,
  customer_name text,
  constraint a_customer_who_speaks_has_a_name check ((customer_says is null) = (customer_name is null))
);
create index job_by_noter on job (noted_by_organisation, id);

-- What it was worth, as a band: a row of its own, because only its parties ever see it.
create table job_value (
  job_id uuid primary key references job on delete cascade,
  band text not null check (band in ('under_1k', '1k_5k', '5k_25k', '25k_100k', '100k_500k', 'over_500k'))
);

create table job_party (
  organisation_id uuid not null references organisation on delete cascade,
  job_id uuid not null references job on delete cascade,
  did text,
  network_id uuid,
  capability_id uuid,
  sight text not null default 'network' check (sight in ('only_us', 'partners', 'network', 'anyone')),
  confirmed_at timestamptz,
  confirmed_by uuid references person on delete set null,
  declined_at timestamptz,
  declined_note text,
  primary key (organisation_id, job_id),
  foreign key (network_id, capability_id) references capability (network_id, id) on delete set null (capability_id),
  constraint confirmed_or_declined check (num_nonnulls(confirmed_at, declined_at) <= 1)
);
create index job_party_of_job on job_party (job_id, organisation_id);

-- Somebody who is not here and was there: the customer, or a partner without an account. Asked by link or mail.
create table job_witness (
  organisation_id uuid not null,
  job_id uuid not null,
  id uuid not null,
  name text not null,
  role text not null check (role in ('customer', 'partner')),
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  declined_at timestamptz,
  note text,
  primary key (organisation_id, job_id, id),
  foreign key (organisation_id, job_id) references job_party on delete cascade,
  constraint confirmed_or_declined check (num_nonnulls(confirmed_at, declined_at) <= 1)
);

-- What one says of another first hand. It stands on the page of the one it is about, once both said yes.
create table recommendation (
  organisation_id uuid not null references organisation on delete cascade,
  id uuid not null,
  from_organisation uuid references organisation on delete cascade,
  -- Where whoever said it is not here.
  from_name text,
  network_id uuid,
  capability_id uuid,
  basis text not null check (basis in ('bought_from', 'referred', 'delivered_together')),
  words text not null,
  said_on date not null,
  written_at timestamptz not null,
  written_by uuid references person on delete set null,
  -- The giver stands by it; the one it is about takes it.
  given_at timestamptz,
  taken_at timestamptz,
  public_by_giver_at timestamptz,
  public_by_taker_at timestamptz,
  declined_at timestamptz,
  declined_note text,
  -- Anyone where both said "public", else members.
  sight text not null default 'network' check (sight in ('only_us', 'partners', 'network', 'anyone')),
  primary key (organisation_id, id),
  foreign key (network_id, capability_id) references capability (network_id, id) on delete set null (capability_id),
  constraint somebody_said_it check (num_nonnulls(from_organisation, from_name) = 1),
  constraint not_of_oneself check (from_organisation <> organisation_id),
  constraint public_only_when_both_said_so check (sight <> 'anyone' or (public_by_giver_at is not null and public_by_taker_at is not null))
);
create index recommendation_given on recommendation (from_organisation, id);

-- What stands behind a claim. `sight`, `stands_at` and `counts_until` are copies worked out by `src/answers/proof.ts` whenever what is
-- behind them changes: since when it stands (absent while the other side has not said yes) and the last day on which it proves.
create table proof (
  organisation_id uuid not null,
  claim_id uuid not null,
  id uuid not null,
  job_id uuid,
  recommendation_id uuid,
  certificate_id uuid,
  figure_id uuid,
  sight text not null check (sight in ('only_us', 'partners', 'network', 'anyone')),
  stands_at timestamptz,
  counts_until date,
  added_at timestamptz not null,
  added_by uuid references person on delete set null,
  primary key (organisation_id, claim_id, id),
  foreign key (organisation_id, claim_id) references claim on delete cascade,
  foreign key (organisation_id, job_id) references job_party on delete cascade,
  foreign key (organisation_id, recommendation_id) references recommendation on delete cascade,
  foreign key (organisation_id, certificate_id) references certificate on delete cascade,
  foreign key (organisation_id, figure_id) references figure on delete cascade,
  constraint one_thing_behind_each check (num_nonnulls(job_id, recommendation_id, certificate_id, figure_id) = 1)
);
create unique index proof_once on proof (organisation_id, claim_id, job_id, recommendation_id, certificate_id, figure_id) nulls not distinct;
create index proof_by_job on proof (job_id) where job_id is not null;

grant select, insert, update, delete on job, job_value, job_party, job_witness, recommendation, proof to guildhall_app;

-- The jobs in which the organisation acted for had a part, whatever the other parties show.
create function jobs_of(person uuid, organisation uuid) returns setof uuid
  language plpgsql stable parallel safe security definer set search_path = public, pg_temp rows 50 as $$
begin
  return query select p.job_id from job_party p where p.organisation_id = acting_for(person, organisation);
end $$;

-- For writes only.
create function noted_by_us(person uuid, organisation uuid, noted uuid) returns boolean
  language sql stable parallel safe security definer set search_path = public, pg_temp
  as $$ select exists (select 1 from job j where j.id = noted and j.noted_by_organisation = acting_for(person, organisation)) $$;
