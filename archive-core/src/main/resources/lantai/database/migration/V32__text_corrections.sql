-- Corrections of what was read: lines that a person has written and that wait to be put into the text of their page.
create table text_correction (
    id         bigint generated always as identity primary key,
    item_id    uuid references item on delete cascade,
    file_id    uuid references received_file on delete cascade,
    page       integer not null,
    line       integer not null,
    was        text not null,
    written    text not null,
    account_id uuid not null references account,
    written_by text not null,
    written_at timestamptz not null,
    check ((item_id is null) <> (file_id is null))
);
create unique index text_correction_item on text_correction (item_id, page, line) where item_id is not null;
create unique index text_correction_file on text_correction (file_id, page, line) where file_id is not null;

-- Words that were corrected and may belong into the dictionary, until somebody has decided.
create table word_proposal (
    id          uuid primary key,
    word        text not null unique,
    was         text not null,
    item_id     uuid references item on delete cascade,
    file_id     uuid references received_file on delete cascade,
    times       integer not null default 1,
    proposed_by text not null,
    proposed_at timestamptz not null
);
