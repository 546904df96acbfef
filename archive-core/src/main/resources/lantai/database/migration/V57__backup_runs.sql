-- Backups that were ordered, by hand or by the clock, and what became of them.
create table backup_run (
    id         uuid primary key,
    place      text not null,
    ordered_at timestamptz not null,
    ordered_by text not null,
    started_at timestamptz,
    ended_at   timestamptz,
    -- everything committed before it comes back
    point      timestamptz,
    name       text not null default '',
    files      integer not null default 0,
    objects    integer not null default 0,
    written    bigint not null default 0,
    failure    text not null default ''
);

create index backup_run_ordered on backup_run (ordered_at desc);
