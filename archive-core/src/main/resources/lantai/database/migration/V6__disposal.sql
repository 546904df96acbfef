-- When a record may be appraised again -----------------------------------------------------------------------------------

-- Follows from year and term until somebody decides otherwise; empty for ever and while an event is awaited.
alter table item add column appraise_on date;

create function first_appraisal() returns trigger language plpgsql as $$
begin
    new.appraise_on := case when new.retention ~ '^D[0-9]+$'
        then make_date(new.year + 1 + cast(substr(new.retention, 2) as int), 1, 1) end;
    return new;
end $$;
create trigger item_first_appraisal before insert or update of year, retention on item
    for each row execute function first_appraisal();
update item set year = year;
create index item_appraise on item (appraise_on, reference_code) where appraise_on is not null;

create table term_decision (
    id           bigint generated always as identity primary key,
    item_id      uuid not null,
    kind         text not null,
    period       text not null,
    event_on     date,
    appraise_on  date,
    reason       text not null,
    appraisal_id uuid,
    decided_at   timestamptz not null,
    decided_by   text not null
);
create index term_decision_item on term_decision (item_id, id);

-- Appraisal --------------------------------------------------------------------------------------------------------------

create table appraisal (
    id        uuid primary key,
    title     text not null,
    state     text not null,
    opened_at timestamptz not null,
    opened_by text not null,
    closed_at timestamptz,
    closed_by text
);
create index appraisal_opened on appraisal (opened_at desc, id);

create table appraisal_member (
    appraisal_id uuid not null references appraisal,
    account_id   uuid not null references account,
    primary key (appraisal_id, account_id)
);

create table appraisal_item (
    appraisal_id   uuid not null references appraisal,
    item_id        uuid not null,
    reference_code text not null,
    open           boolean not null,
    opinion        text,
    period         text,
    years          int,
    reason         text,
    decided_at     timestamptz,
    decided_by     text,
    primary key (appraisal_id, item_id)
);
create unique index appraisal_item_open on appraisal_item (item_id) where open;
create index appraisal_item_code on appraisal_item (appraisal_id, reference_code);

-- Destruction ------------------------------------------------------------------------------------------------------------

create table destruction_list (
    id             uuid primary key,
    number         text not null unique,
    appraisal_id   uuid not null references appraisal,
    state          text not null,
    sha256         char(64),
    sm3            char(64),
    drawn_up_at    timestamptz not null,
    drawn_up_by    text not null,
    submitter_id   uuid references account,
    submitted_at   timestamptz,
    authority      text,
    filing_number  text,
    filed_on       date,
    approver_id    uuid references account,
    approved_at    timestamptz,
    refusal        text,
    begun_at       timestamptz,
    begun_by       text,
    executed_at    timestamptz,
    certificate    jsonb,
    certified_at   timestamptz
);
create index destruction_list_drawn_up on destruction_list (drawn_up_at desc, id);

create table destruction_entry (
    list_id         uuid not null references destruction_list,
    ordinal         int not null,
    item_id         uuid not null,
    reference_code  text not null,
    title           text not null,
    year            int not null,
    period          text not null,
    years_kept      int not null,
    page_count      int not null,
    opinion         text not null,
    object_id       text not null,
    state           text not null,
    remark          text not null default '',
    live            boolean not null,
    primary key (list_id, ordinal),
    unique (list_id, item_id)
);
-- A record stands on one list at a time.
create unique index destruction_entry_live on destruction_entry (item_id) where live;
create index destruction_entry_state on destruction_entry (list_id, state);

create table destruction_object (
    list_id uuid not null references destruction_list,
    item_id uuid not null,
    ordinal int not null,
    name    text not null,
    sha256  char(64) not null,
    sm3     char(64) not null,
    size    bigint not null,
    primary key (list_id, item_id, ordinal)
);

create table destruction_signature (
    list_id    uuid not null references destruction_list,
    side       text not null,
    account_id uuid not null references account,
    sha256     char(64) not null,
    manner     text not null,
    signed_at  timestamptz not null,
    primary key (list_id, side),
    unique (list_id, account_id)
);

-- What the features remembered to remove outside of the database once their rows were gone.
create table destruction_remainder (
    list_id uuid not null references destruction_list,
    item_id uuid not null,
    trace   text not null,
    names   text[] not null,
    primary key (list_id, item_id, trace)
);

-- What remains of a destroyed record, for ever: its code and page numbers are never used again.
create table tombstone (
    item_id        uuid primary key,
    reference_code text not null unique,
    fonds          text not null,
    category       text not null,
    kind_name      text not null,
    year           int not null,
    period         text not null,
    title          text not null,
    dated          date,
    page_count     int not null,
    reason         text not null,
    list_id        uuid not null references destruction_list,
    destroyed_at   timestamptz not null
);
create trigger tombstone_append_only before update or delete or truncate on tombstone
    for each statement execute function refuse_change();

create function refuse_used_code() returns trigger language plpgsql as $$
begin
    if exists (select 1 from tombstone t where t.reference_code = new.reference_code or t.item_id = new.id) then
        raise exception 'reference code % belongs to a destroyed record', new.reference_code
            using errcode = 'unique_violation';
    end if;
    return new;
end $$;
create trigger item_code_unused before insert or update of reference_code on item
    for each row execute function refuse_used_code();
