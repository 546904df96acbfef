-- Whether a record tells of persons, and the version of the rule by which that was judged. With 0 nobody has judged yet;
-- a record is personal until it is shown not to be.

alter table item add column personal boolean not null default true;
alter table item add column personal_rule int not null default 0;
create index item_personal_rule on item (personal_rule);
