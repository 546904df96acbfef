-- How many files of a batch are gone, and how: with a sealed paper that was handed over, or with the records made of them.
alter table batch add column handed_over integer not null default 0;
alter table batch add column destroyed integer not null default 0;
