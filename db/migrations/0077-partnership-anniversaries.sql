-- The day on which this side was last told of an anniversary, so that it is told once.
alter table partnership_side add column anniversary_told_on date;
