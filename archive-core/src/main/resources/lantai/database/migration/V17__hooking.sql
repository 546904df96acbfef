-- Joining the pages of a batch to entries of catalogues: who ordered it and how far it has come --------------------------------

create table hooking (
    batch_id     uuid primary key references batch,
    state        text not null,
    ordered_by   uuid not null references account,
    ordered_name text not null,
    ordered_at   timestamptz not null,
    done         int not null default 0,
    total        int not null
);
