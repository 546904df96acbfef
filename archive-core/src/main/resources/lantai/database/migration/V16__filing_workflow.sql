-- Where each batch stands on its way into the archive, and who brought it there.

create table batch_stage (
    batch_id uuid primary key references batch,
    stage    text not null,
    since    timestamptz not null,
    version  int not null
);

create table batch_deed (
    id       bigint generated always as identity primary key,
    batch_id uuid not null references batch,
    stage    text not null,
    deed     text not null,
    to_stage text not null,
    reason   text not null,
    done_by  text not null,
    done_at  timestamptz not null
);
create index batch_deed_batch on batch_deed (batch_id, id);
create trigger batch_deed_append_only before update or delete or truncate on batch_deed
    for each statement execute function refuse_change();
