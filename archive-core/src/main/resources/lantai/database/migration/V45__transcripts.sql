-- What a program made of a recording, until a person has taken it into the description or put it away.
create table item_transcript (
    item_id    uuid primary key references item (id) on delete cascade,
    component  int not null,
    state      text not null check (state in ('ORDERED', 'PROPOSED', 'FAILED')),
    reason     text not null,
    lines      jsonb not null,
    ordered_by text not null,
    ordered_at timestamptz not null
);
