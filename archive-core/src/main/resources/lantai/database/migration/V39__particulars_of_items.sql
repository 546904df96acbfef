-- The same of filed records, to be asked for: one row for each particular.
create table item_particular (
    item_id     uuid not null references item (id) on delete cascade,
    code        text not null,
    value       text not null,
    amount      numeric(16, 2),
    day         date,
    confidence  double precision not null,
    confirmed   boolean not null,
    page        integer,
    place       jsonb,
    primary key (item_id, code)
);
create index item_particular_amount on item_particular (code, amount) where amount is not null;
create index item_particular_day on item_particular (code, day) where day is not null;
create index item_particular_value on item_particular (code, value);
