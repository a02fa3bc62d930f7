-- Whoever looks for briefs in one district read every open one. By bytes, so that all of an area (SP1 to SP9…) is one stretch.
create index brief_by_district on brief (network_id, district collate "C") where district is not null and published_at is not null and withdrawn_at is null and closed_at is null;
create index brief_part_by_district on brief_part (network_id, district collate "C", brief_id) where district is not null and removed_at is null;
