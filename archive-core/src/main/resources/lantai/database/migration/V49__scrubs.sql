-- Readings of everything that is stored at one location, with what was found.
create table scrub (
    id         uuid primary key,
    location   text not null,
    started_at timestamptz not null,
    state      text not null check (state in ('RUNNING', 'DONE')),
    phase      text not null default 'ROWS' check (phase in ('ROWS', 'FOLDERS')),
    after      text not null default '',
    objects    bigint not null default 0,
    expected   bigint not null default 0,
    files      bigint not null default 0,
    bytes      bigint not null default 0,
    sm3_files  bigint not null default 0,
    touched_at timestamptz not null,
    ended_at   timestamptz,
    report     text not null default ''
);
create unique index scrub_running on scrub (location) where state = 'RUNNING';
create index scrub_started on scrub (started_at desc);

create table scrub_finding (
    id         bigint generated always as identity primary key,
    scrub_id   uuid not null references scrub,
    object_id  text not null,
    path       text not null,
    fault      text not null,
    detail     text not null,
    found_at   timestamptz not null,
    mended     boolean not null default false,
    unique (scrub_id, object_id, path, fault)
);

-- What is locked in a bucket in WORM mode, as it was asked for last.
create table object_lock (
    location   text not null,
    object_id  text not null,
    version    int not null,
    until      date,
    held       boolean not null,
    locked_at  timestamptz not null,
    primary key (location, object_id)
);
