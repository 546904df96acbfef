-- People who work with the archive ------------------------------------------------------------------------------------

create table department (
    id       uuid primary key,
    name     text not null unique,
    disabled boolean not null default false
);

create table insured_person (
    id            uuid primary key,
    name          text not null,
    id_hash       bytea not null unique,
    id_cipher     bytea not null,
    id_masked     text not null,
    registered_at timestamptz not null
);
create index insured_person_name on insured_person (name);

create table account (
    id                   uuid primary key,
    name                 text not null unique,
    display_name         text not null,
    department_id        uuid references department,
    insured_person_id    uuid references insured_person,
    roles                text[] not null,
    password_hash        text not null,
    must_change_password boolean not null,
    disabled             boolean not null default false,
    failed_sign_ins      int not null default 0,
    locked_until         timestamptz,
    created_at           timestamptz not null
);

create table sign_in (
    token_hash bytea primary key,
    account_id uuid not null references account on delete cascade,
    at_machine boolean not null,
    created_at timestamptz not null,
    seen_at    timestamptz not null,
    expires_at timestamptz not null
);
create index sign_in_account on sign_in (account_id);
create index sign_in_expires on sign_in (expires_at);

-- Audit: written with the deed, chained after the commit ---------------------------------------------------------------

create table audit_entry (
    id           bigint generated always as identity primary key,
    xid          xid8 not null default pg_current_xact_id(),
    at           timestamptz not null,
    actor_id     uuid,
    actor_name   text not null,
    at_machine   boolean not null,
    action       text not null,
    subject_type text not null,
    subject_id   text not null,
    detail       jsonb not null
);
create index audit_entry_at on audit_entry (at);
create index audit_entry_actor on audit_entry (actor_name, id);
create index audit_entry_subject on audit_entry (subject_type, subject_id);

create table audit_chain (
    position bigint primary key,
    entry_id bigint not null unique references audit_entry,
    sm3      char(64) not null,
    sha256   char(64) not null
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end $$;
create trigger audit_entry_append_only before update or delete or truncate on audit_entry
    for each statement execute function refuse_change();
create trigger audit_chain_append_only before update or delete or truncate on audit_chain
    for each statement execute function refuse_change();

-- Rules of the house ---------------------------------------------------------------------------------------------------

create table policy (
    name         text not null,
    version      int not null,
    content      jsonb not null,
    effective_on date not null,
    written_by   text not null,
    written_at   timestamptz not null,
    primary key (name, version)
);

-- What comes in --------------------------------------------------------------------------------------------------------

create table staged_object (
    sha256    char(64) primary key,
    sm3       char(64) not null,
    size      bigint not null,
    staged_at timestamptz not null
);

create table batch (
    id            uuid primary key,
    title         text not null,
    source        text not null,
    department_id uuid references department,
    created_by    uuid references account,
    created_at    timestamptz not null,
    state         text not null,
    urgent        boolean not null default false,
    delivery_key  text unique
);
create index batch_created on batch (created_at desc, id);

create table received_file (
    id           uuid primary key,
    batch_id     uuid not null references batch,
    path         text not null,
    sha256       char(64) not null references staged_object,
    size         bigint not null,
    step         text not null,
    reason       text,
    seen_before  boolean not null,
    mime         text,
    puid         text,
    format_name  text,
    kind         text not null default 'OTHER',
    page_count   int not null default 0,
    pages_read   int not null default 0,
    metadata     jsonb not null default '{}',
    attempts     int not null default 0,
    received_at  timestamptz not null,
    changed_at   timestamptz not null,
    unique (batch_id, path, sha256)
);
create index received_file_sha256 on received_file (sha256);
create index received_file_step on received_file (step) where step not in ('PROPOSED', 'QUARANTINED', 'CANCELLED');
create index received_file_quarantine on received_file (changed_at desc) where step = 'QUARANTINED';

create table upload (
    id         uuid primary key,
    batch_id   uuid not null references batch,
    path       text not null,
    length     bigint not null,
    metadata   jsonb not null default '{}',
    created_by uuid references account,
    created_at timestamptz not null,
    file_id    uuid
);

-- Documents under review: what the pages of the received files seem to be ---------------------------------------------------

create table document (
    id             uuid primary key,
    batch_id       uuid not null references batch,
    position       int not null,
    state          text not null,
    fields         jsonb not null,
    reference_code text unique,
    changed_at     timestamptz not null,
    changed_by     uuid references account,
    version        int not null default 0
);
create index document_queue on document (batch_id, position);
create index document_state on document (state);

create table document_page (
    document_id uuid not null references document on delete cascade,
    ordinal     int not null,
    file_id     uuid not null references received_file,
    file_page   int not null,
    turn        int not null default 0,
    primary key (document_id, ordinal)
);
create index document_page_file on document_page (file_id);

create table document_undo (
    id         bigint generated always as identity primary key,
    account_id uuid not null references account,
    batch_id   uuid not null references batch,
    made_at    timestamptz not null,
    snapshot   jsonb not null
);

create table learned (
    id      int primary key check (id = 1),
    content jsonb not null
);

-- Filed records --------------------------------------------------------------------------------------------------------

create table code_sequence (
    scope text primary key,
    last  int not null
);

create table item (
    id                uuid primary key,
    reference_code    text not null unique,
    fonds             text not null,
    category          text not null,
    kind              text not null,
    kind_name         text not null,
    year              int not null,
    retention         text not null,
    title             text not null,
    document_number   text not null,
    responsible       text not null,
    dated             date,
    department_id     uuid references department,
    insured_person_id uuid references insured_person,
    page_count        int not null,
    object_id         text not null unique,
    object_version    int not null,
    filed_at          timestamptz not null,
    filed_by          text not null,
    version           bigint not null
);
create index item_person on item (insured_person_id, dated);
create index item_filed on item (filed_at desc, id);
create index item_catalogue on item (category, year, reference_code);

create table component (
    item_id     uuid not null references item,
    ordinal     int not null,
    name        text not null,
    sha256      char(64) not null,
    sm3         char(64) not null,
    size        bigint not null,
    mime        text not null,
    puid        text not null,
    format_name text not null,
    primary key (item_id, ordinal)
);
create index component_sha256 on component (sha256);

create table item_page (
    item_id        uuid not null references item,
    number         int not null,
    component      int not null,
    component_page int not null,
    turn           int not null,
    primary key (item_id, number)
);

create table outbox (
    id      bigint generated always as identity primary key,
    xid     xid8 not null default pg_current_xact_id(),
    item_id uuid not null,
    change  text not null
);

-- Jobs (table of db-scheduler) -------------------------------------------------------------------------------------------

create table scheduled_tasks (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on scheduled_tasks (priority desc, execution_time asc);
