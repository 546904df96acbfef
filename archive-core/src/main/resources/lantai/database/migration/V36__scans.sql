-- How each page came in, and what the scans look like. What was found is kept with what people said of it.
create table scan_page (
    file_id  uuid not null references received_file on delete cascade,
    page     int not null,
    batch_id uuid not null references batch,
    outcome  text not null,
    refusal  text not null default '',
    measure  jsonb,
    number   int,
    total    int,
    primary key (file_id, page)
);
create index scan_page_batch on scan_page (batch_id);

create table scan_finding (
    id          uuid primary key,
    batch_id    uuid not null references batch,
    file_id     uuid not null references received_file on delete cascade,
    page        int not null,
    code        text not null,
    value       text not null,
    bound       text not null,
    other_file  uuid references received_file on delete cascade,
    other_page  int,
    state       text not null default 'OPEN',
    reason      text not null default '',
    decided_by  text,
    decided_at  timestamptz,
    found_at    timestamptz not null,
    unique (file_id, page, code)
);
create index scan_finding_batch on scan_finding (batch_id, state);

create table scan_replacement (
    old_file    uuid not null references received_file on delete cascade,
    old_page    int not null,
    new_file    uuid not null references received_file on delete cascade,
    document_id uuid not null,
    replaced_at timestamptz not null,
    primary key (old_file, old_page)
);
create index scan_replacement_new on scan_replacement (new_file);
