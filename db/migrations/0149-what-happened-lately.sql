-- An organiser's week asks for the last three months: without these it read every member, and every referral of the house, to find them.
create index membership_by_joining on membership (network_id, joined_at desc, organisation_id) where left_at is null;
create index referral_by_offer on referral (offered_at) where offered_at is not null;
create index outcome_in_network on outcome (network_id, noted_at) where network_id is not null;
