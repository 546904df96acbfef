-- Rules of the house: drafts, two persons, a day ------------------------------------------------------------------------

alter table policy
    add column submitted_by text not null default '',
    add column approved_by  text not null default '',
    add column reason       text not null default '';

create trigger policy_append_only before update or delete or truncate on policy
    for each statement execute function refuse_change();

create table policy_draft (
    id           uuid primary key,
    name         text not null,
    base         int not null,
    revision     int not null,
    state        text not null,
    content      jsonb not null,
    authors      text[] not null,
    changed_at   timestamptz not null,
    reason       text not null,
    effective_on date,
    submitted_by text,
    decided_by   text,
    decision     text not null,
    foreign key (name, base) references policy (name, version)
);
create unique index policy_draft_open on policy_draft (name) where state in ('DRAFT', 'SUBMITTED', 'RETURNED');
create index policy_draft_name on policy_draft (name, changed_at desc);

-- Fonds: they outlive the bodies that form them -------------------------------------------------------------------------

create table fonds (
    number     text primary key check (number ~ '^[A-Z][A-Z0-9]{3}$'),
    kind       text not null,
    title      text not null,
    note       text not null,
    opened_on  date,
    closed_on  date,
    changed_at timestamptz not null,
    changed_by text not null,
    version    bigint not null
);

-- What the body that forms a fonds was called, and since when
create table fonds_creator (
    id      uuid primary key,
    fonds   text not null references fonds,
    name    text not null,
    from_on date not null,
    basis   text not null,
    unique (fonds, from_on)
);

-- The fonds descriptive file (全宗卷): papers that document the fonds itself; none is ever taken out
create table fonds_paper (
    id         uuid primary key,
    fonds      text not null references fonds,
    number     int not null,
    kind       text not null,
    title      text not null,
    dated      date not null,
    note       text not null,
    written_by text not null,
    written_at timestamptz not null,
    struck     text not null default '',
    struck_by  text not null default '',
    unique (fonds, number)
);

insert into fonds (number, kind, title, note, opened_on, closed_on, changed_at, changed_by, version)
    select 'J057', 'INSTITUTION', '样例·医疗保障事务中心全宗', '样例', date '2001-07-01', null, now(), 'system', 1;
insert into fonds_creator (id, fonds, name, from_on, basis) values
    (gen_random_uuid(), 'J057', '样例·医疗保险基金管理中心', date '2001-07-01', '样例·成立批复'),
    (gen_random_uuid(), 'J057', '样例·医疗保障事务中心', date '2019-03-01', '样例·机构改革方案');
insert into fonds (number, kind, title, note, opened_on, closed_on, changed_at, changed_by, version)
    select distinct fonds, 'INSTITUTION', fonds, '', cast(null as date), cast(null as date), now(), 'system', 1
    from item where fonds <> 'J057';
alter table item add foreign key (fonds) references fonds;
