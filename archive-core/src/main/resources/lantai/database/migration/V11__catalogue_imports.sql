-- Catalogues from outside: read, checked and staged row by row, made visible by one short transaction -----------------------

create table catalogue_import (
    id            uuid primary key,
    title         text not null,
    state         text not null,
    reason        text not null default '',
    form          text not null default '',
    charset       text not null default '',
    separator     text not null default '',
    sheet         text not null default '',
    heading       int not null default 0,
    fields        text[] not null default '{}',
    row_count     int not null default 0,
    done          int not null default 0,
    department_id uuid references department,
    created_by    uuid not null references account,
    created_name  text not null,
    created_at    timestamptz not null,
    changed_at    timestamptz not null,
    applied_by    text,
    applied_at    timestamptz,
    counts        jsonb not null default '{}',
    version       int not null default 0
);
create index catalogue_import_created on catalogue_import (created_at desc, id);

-- What an archivist decided a heading means, so that the next catalogue of the same shape is understood at once.
create table catalogue_mapping (
    heading  text[] primary key,
    fields   text[] not null,
    saved_by text not null,
    saved_at timestamptz not null
);

-- Rows on their way; gone when the import is visible or given up. Identity numbers are encrypted here too.
create table catalogue_row (
    import_id      uuid not null references catalogue_import on delete cascade,
    row            int not null,
    state          text not null,
    item_id        uuid,
    reference_code text not null,
    title          text not null,
    pages          int,
    note           text not null default '',
    person_name    text not null default '',
    person_cipher  bytea,
    change         jsonb not null default '{}',
    primary key (import_id, row)
);
create index catalogue_row_state on catalogue_row (import_id, state, row);

create table catalogue_finding (
    import_id uuid not null references catalogue_import on delete cascade,
    row       int not null,
    ordinal   int not null,
    severity  text not null,
    field     text not null,
    value     text not null,
    problem   text not null,
    quoted    text[] not null,
    primary key (import_id, row, ordinal)
);

create table staged_item (like item including defaults);
alter table staged_item add column batch uuid not null;
create unique index staged_item_code on staged_item (batch, reference_code);

-- Which items are entries of a catalogue: described, and without masters until their pages are hooked to them.
create table catalogue_entry (
    item_id     uuid primary key,
    import_id   uuid not null references catalogue_import,
    row         int not null,
    pages       int,
    note        text not null,
    person_name text not null,
    announced   boolean not null default false
);
create index catalogue_entry_import on catalogue_entry (import_id, row);
create index item_without_object on item (filed_at, id) where object_version = 0;
