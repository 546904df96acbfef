-- Boxes packed together are undone together, until one of them is more than an entry here: printed, placed, noted or changed.
alter table box add column filling uuid, add column settled_at timestamptz;
update box set settled_at = packed_at;
create index box_filling on box (filling) where filling is not null;
