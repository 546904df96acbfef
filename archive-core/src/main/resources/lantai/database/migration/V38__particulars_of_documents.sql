-- What the papers tell beside the description of every record, by the codes of the rule "particulars": value, whether a person said so,
-- what was read and where.
alter table document add column particulars jsonb not null default '{}';
