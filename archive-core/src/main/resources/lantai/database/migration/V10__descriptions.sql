-- Descriptions in versions: what was said of a record, by whom and why. A record that was never edited has none; its
-- first row then is what it said before the first edit.

create table description_version (
    item_id        uuid not null,
    number         bigint not null,
    content        jsonb not null,
    written_by     text not null,
    written_at     timestamptz not null,
    reason         text not null,
    object_version int,
    primary key (item_id, number)
);
create index description_version_unwritten on description_version (item_id) where object_version is null;
create trigger description_version_unchanged before update of content, written_by, written_at, reason on description_version
    for each statement execute function refuse_change();

create table item_relation (
    item_id  uuid not null,
    kind     text not null,
    other_id uuid not null,
    primary key (item_id, kind, other_id),
    check (item_id <> other_id)
);
create index item_relation_other on item_relation (other_id);

-- One element of many descriptions changed at once: prepared and looked at, then done piece by piece, and undone the same way.

create table bulk_edit (
    id          uuid primary key,
    kind        text not null,
    element     text not null,
    find        text not null,
    value       text not null,
    reason      text not null,
    state       text not null,
    undoes      uuid references bulk_edit,
    account_id  uuid not null references account,
    made_by     text not null,
    made_at     timestamptz not null,
    finished_at timestamptz
);
create index bulk_edit_made on bulk_edit (made_at desc, id);

create table bulk_edit_item (
    edit_id  uuid not null references bulk_edit,
    item_id  uuid not null,
    position int not null,
    before   text not null,
    after    text not null,
    state    text not null,
    why      text not null,
    primary key (edit_id, item_id)
);
create index bulk_edit_item_position on bulk_edit_item (edit_id, position);
create index bulk_edit_item_item on bulk_edit_item (item_id);
