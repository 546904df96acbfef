-- Papers that bear the mark of a state secret: what is known of them without their content.
create table sealed_paper (
    id           uuid primary key,
    mark         text not null,
    state        text not null,
    documents    uuid[] not null,
    sealed_at    timestamptz not null,
    sealed_by    text not null,
    paper        text not null default '',
    carriers     text not null default '',
    declared_id  uuid references account,
    declared_by  text,
    declared_at  timestamptz,
    confirmed_by text,
    confirmed_at timestamptz,
    cleared_at   timestamptz,
    proof        jsonb
);
create index sealed_paper_order on sealed_paper (sealed_at desc, id);

create table sealed_file (
    file_id  uuid primary key,
    paper_id uuid not null references sealed_paper,
    name     text not null,
    sha256   char(64) not null,
    sm3      char(64) not null,
    size     bigint not null
);
create index sealed_file_paper on sealed_file (paper_id);
create index sealed_file_sha256 on sealed_file (sha256);
