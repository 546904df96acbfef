-- Reference codes: their parts beside the text, gaps, renumbering -------------------------------------------------------

alter table item
    add column code_class        text not null default '',
    add column code_project      text not null default '',
    add column code_organisation text not null default '',
    add column code_volume       text not null default '',
    add column code_scope        text not null default '',
    add column item_number       int not null default 0;

update item set
    code_class = regexp_replace(split_part(reference_code, '-', 2), '·[^·]*$', ''),
    code_scope = regexp_replace(reference_code, '\d+$', ''),
    item_number = cast(substring(reference_code from '(\d{1,8})$') as int)
    where reference_code ~ '-\d{1,8}$';

create index item_scope on item (code_scope, item_number);
drop index item_catalogue;
create index item_catalogue on item (fonds, category, code_class, year, reference_code)
    include (personal, insured_person_id, department_id);

-- Why a number that was given out is held by no record
create table code_gap (
    scope          text not null,
    number         int not null,
    reference_code text not null,
    kind           text not null,
    reason         text not null,
    written_by     text not null,
    written_at     timestamptz not null,
    primary key (scope, number)
);

-- Renumbering: one proposes, another approves; the old code keeps finding the record
create table code_change (
    id          uuid primary key,
    item_id     uuid not null,
    old_code    text not null,
    new_code    text,
    category    text not null,
    link        text not null,
    year        int not null,
    retention   text not null,
    reason      text not null,
    state       text not null,
    proposed_by text not null,
    proposed_at timestamptz not null,
    decided_by  text,
    decided_at  timestamptz,
    decision    text not null default ''
);
create unique index code_change_open on code_change (item_id) where state = 'PROPOSED';
create index code_change_item on code_change (item_id, proposed_at);
create unique index code_change_old on code_change (old_code) where state = 'APPROVED';
