-- Volumes: items bound together, in an order -------------------------------------------------------------------------------

-- Numbers of volumes and boxes, apart from those of items.
create table group_sequence (
    scope text primary key,
    last  int not null
);

create table volume (
    id             uuid primary key,
    reference_code text unique,
    fonds          text not null,
    category       text not null,
    code_class     text not null,
    year           int not null,
    retention      text,
    title          text not null,
    state          text not null,
    remarks        text not null default '',
    forming        uuid,
    formed_at      timestamptz not null,
    arranged_by    text not null,
    arranged_at    timestamptz not null,
    checked_by     text,
    checked_at     timestamptz,
    version        int not null default 1
);
create index volume_place on volume (fonds, category, code_class, year, reference_code);
create index volume_forming on volume (forming) where forming is not null;

-- An item that was destroyed keeps its line, so that the order and the page numbers of the others stay.
create table volume_item (
    volume_id  uuid not null references volume,
    item_id    uuid not null unique,
    ordinal    int not null,
    gone_at    timestamptz,
    gone_code  text not null default '',
    gone_pages int not null default 0,
    primary key (volume_id, item_id)
);
create index volume_item_order on volume_item (volume_id, ordinal);

-- How a volume stood before each step, until it is closed.
create table volume_undo (
    id        bigint generated always as identity primary key,
    volume_id uuid not null references volume on delete cascade,
    title     text not null,
    items     uuid[] not null
);
create index volume_undo_volume on volume_undo (volume_id, id);

-- Boxes and where they stand ------------------------------------------------------------------------------------------------

create table box (
    id         uuid primary key,
    code       text not null unique,
    fonds      text not null,
    category   text not null,
    code_class text not null,
    year       int not null,
    retention  text not null,
    thickness  int not null,
    room       text not null default '',
    bay        int not null default 0,
    rack       int not null default 0,
    shelf      int not null default 0,
    remarks    text not null default '',
    packed_by  text not null,
    packed_at  timestamptz not null,
    checked_by text,
    checked_at timestamptz
);
create index box_class on box (fonds, category, code_class, year, retention, code);
create index box_place on box (room, bay, rack, shelf, code);

create table box_content (
    box_id    uuid not null references box,
    ordinal   int not null,
    item_id   uuid unique,
    volume_id uuid unique references volume,
    check (num_nonnulls(item_id, volume_id) = 1)
);
create index box_content_order on box_content (box_id, ordinal);
