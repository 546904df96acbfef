-- The four-property check (四性检测) ----------------------------------------------------------------------------------------

-- Values as they are compared for duplicates: without blanks, in small letters.
create function check_key(value text) returns text language sql immutable parallel safe as
    $$ select lower(regexp_replace(value, '[\s　]+', '', 'g')) $$;
create index item_same_title on item (md5(check_key(title)));
create index item_same_document_number on item (md5(check_key(document_number))) where document_number <> '';

create sequence check_number;

-- A check on its way; what comes of it is a report.
create table check_run (
    id             uuid primary key,
    stage          text not null,
    kind           text not null,
    subject        uuid,
    fonds          text not null,
    category       text not null,
    year           int,
    every          int not null,
    title          text not null,
    declared_items bigint,
    declared_bytes bigint,
    retest_of      uuid,
    state          text not null,
    policy         int not null,
    total          int not null,
    done           int not null,
    after_code     text not null,
    tally          text not null,
    ordered_at     timestamptz not null,
    ordered_by     text not null,
    report_id      uuid
);
create index check_run_open on check_run (ordered_at desc) where state in ('RUNNING', 'PAUSED');

-- Reports are records: none is ever changed. A note of a person makes a new version, a re-test a new report.
create table check_report (
    id             uuid primary key,
    number         text not null,
    version        int not null,
    stage          text not null,
    kind           text not null,
    subject        uuid,
    title          text not null,
    verdict        text not null,
    records        int not null,
    passed         int not null,
    failed         int not null,
    not_run        int not null,
    manual         int not null,
    not_applicable int not null,
    finished_at    timestamptz not null,
    written_by     text not null,
    before         uuid,
    failed_items   uuid[] not null,
    content        text not null,
    sm3            char(64) not null,
    signature      bytea not null,
    key_id         char(64) not null,
    unique (number, version)
);
create index check_report_subject on check_report (subject, finished_at desc);
create index check_report_finished on check_report (finished_at desc, id);
create index check_report_failed_items on check_report using gin (failed_items);
create trigger check_report_append_only before update or delete or truncate on check_report
    for each statement execute function refuse_change();
