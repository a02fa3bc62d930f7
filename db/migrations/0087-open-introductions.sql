-- Who is asked a lot just now, for every look at friendly paths; and what was typed long ago, for its chore.
create index introduction_open on introduction (network_id, introducer_id) where made_at is null and ended_at is null and withdrawn_at is null;
create index introduction_contact_by_age on introduction_contact (chosen_at);
