-- by which engine the pages of a batch are read
alter table batch add column engine text not null default 'USUAL';
