-- Transfer to the archives (移交): lists that go from hand to hand, and who keeps what afterwards ---------------------------

create table transfer_list (
    id              uuid primary key,
    number          text not null unique,
    title           text not null,
    archive         text not null,
    archive_code    text not null,
    state           text not null,
    sha256          char(64),
    sm3             char(64),
    drawn_up_at     timestamptz not null,
    drawn_up_by     text not null,
    submitter_id    uuid references account,
    submitted_at    timestamptz,
    check_run       uuid,
    check_report    uuid,
    approver_id     uuid references account,
    approved_at     timestamptz,
    remark          text not null default '',
    carrier         text not null default '',
    carrier_kind    text not null default '',
    packed          int not null default 0,
    packed_at       timestamptz,
    package_sha256  char(64),
    package_sm3     char(64),
    package_files   int not null default 0,
    package_bytes   bigint not null default 0,
    handed_over_on  date,
    handed_over_by  text not null default '',
    taken_over_by   text not null default '',
    receipt_number  text not null default '',
    receipted_at    timestamptz
);
create index transfer_list_drawn_up on transfer_list (drawn_up_at desc, id);
create index transfer_list_check on transfer_list (check_run) where check_run is not null;

create table transfer_entry (
    list_id         uuid not null references transfer_list,
    ordinal         int not null,
    item_id         uuid not null,
    reference_code  text not null,
    title           text not null,
    responsible     text not null,
    dated           date,
    year            int not null,
    period          text not null,
    page_count      int not null,
    files           int not null,
    bytes           bigint not null,
    personal        boolean not null,
    object_id       text not null,
    opinion         text,
    reason          text not null default '',
    decided_at      timestamptz,
    decided_by      text not null default '',
    secrecy         text not null default '',
    path            text not null default '',
    sha256          char(64),
    sm3             char(64),
    size            bigint,
    answer          text not null,
    remark          text not null default '',
    live            boolean not null,
    primary key (list_id, item_id)
);
create index transfer_entry_order on transfer_entry (list_id, ordinal);
-- A record stands on one list at a time, and on none once it is handed over.
create unique index transfer_entry_live on transfer_entry (item_id) where live;
create index transfer_entry_accepted on transfer_entry (item_id) where answer = 'ACCEPTED';

-- What the archives answered, kept as it came, also when it could not be taken.
create table transfer_receipt (
    id          uuid primary key,
    list_id     uuid not null references transfer_list,
    name        text not null,
    number      text not null,
    sha256      char(64) not null,
    sm3         char(64) not null,
    size        bigint not null,
    accepted    int not null,
    refused     int not null,
    applied     boolean not null,
    findings    jsonb not null,
    received_at timestamptz not null,
    received_by text not null
);
create index transfer_receipt_list on transfer_receipt (list_id, received_at);
create trigger transfer_receipt_append_only before update or delete or truncate on transfer_receipt
    for each statement execute function refuse_change();
