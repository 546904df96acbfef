-- Photo groups: photos of one event under a title. Which photos belong to a group is told by their codes. ---------------------

create table photo_group (
    id             uuid primary key,
    reference_code text not null unique,
    fonds          text not null,
    category       text not null,
    code_class     text not null,
    year           int not null,
    retention      text not null,
    scope          text not null,
    number         int not null,
    photo_scope    text not null unique,
    origin         text,
    title          text not null,
    theme          text not null default '',
    photographer   text not null default '',
    place          text not null default '',
    formed_by      text not null,
    formed_at      timestamptz not null,
    version        bigint not null default 1,
    unique (scope, number)
);
create index photo_group_place on photo_group (fonds, category, code_class, year, reference_code);
-- Photos that came together and have one name become one group, whoever files them.
create unique index photo_group_origin on photo_group (scope, origin);

-- What was said of a group before.
create table photo_group_version (
    group_id     uuid not null references photo_group,
    number       bigint not null,
    title        text not null,
    theme        text not null,
    photographer text not null,
    place        text not null,
    written_by   text not null,
    written_at   timestamptz not null,
    reason       text not null,
    primary key (group_id, number)
);

-- A record that is renumbered may join a group.
alter table code_change add column photo_group text not null default '';
