-- Holds: what may not be destroyed, for as long as it lasts. A released hold stays as history.

create table hold (
    id             uuid primary key,
    cause          text not null,
    reason         text not null,
    owner_id       uuid not null references account,
    scope          text not null,
    person_id      uuid references insured_person,
    category       text,
    year           int,
    review_on      date,
    placed_at      timestamptz not null,
    placed_by      text not null,
    released_at    timestamptz,
    released_by    text,
    release_reason text,
    check ((released_at is null) = (release_reason is null)),
    check ((scope = 'PERSON') = (person_id is not null)),
    check ((scope = 'YEAR') = (category is not null and year is not null))
);
create index hold_placed on hold (placed_at desc, id);
create index hold_open on hold (id) where released_at is null;

-- Outlives the item, as a part of the history of the hold.
create table hold_item (
    hold_id uuid not null references hold,
    item_id uuid not null,
    primary key (hold_id, item_id)
);
create index hold_item_item on hold_item (item_id);
