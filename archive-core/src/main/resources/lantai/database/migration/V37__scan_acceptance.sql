-- Samples drawn of the scans of a batch, and the hand-over of a batch of scans.
create table scan_sample (
    id         uuid primary key,
    number     bigint generated always as identity,
    batch_id   uuid not null references batch,
    seed       bigint not null,
    share      double precision not null,
    needed     double precision not null,
    pages      int not null,
    state      text not null,
    faulty     int not null default 0,
    reason     text not null default '',
    drawn_by   text not null,
    drawn_at   timestamptz not null,
    decided_by text,
    decided_at timestamptz
);
create unique index scan_sample_open on scan_sample (batch_id) where state = 'OPEN';
create index scan_sample_batch on scan_sample (batch_id, number desc);

create table scan_sample_page (
    sample_id uuid not null references scan_sample,
    ordinal   int not null,
    file_id   uuid not null references received_file on delete cascade,
    page      int not null,
    faulty    boolean not null default false,
    primary key (sample_id, ordinal)
);

create table scan_handover (
    batch_id   uuid primary key references batch,
    files      int not null,
    pages      int not null,
    read       int not null,
    refused    int not null,
    separators int not null,
    documents  int not null,
    open       int not null,
    note       text not null,
    handed_by  text not null,
    handed_at  timestamptz not null,
    taken_by   text,
    taken_at   timestamptz,
    taken_note text not null default ''
);
