-- A finding of a catalogue names the column it stands in and the rule it was held to, with its version.
alter table catalogue_finding add column in_column int not null default 0;
alter table catalogue_finding add column rule text not null default 'ENTRY';
alter table catalogue_finding add column rule_version int not null default 0;
