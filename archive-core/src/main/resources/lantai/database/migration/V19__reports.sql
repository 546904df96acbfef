-- Annual statistics: what was typed for a year, and the reports of the years that are closed ------------------------------

create table annual_figure (
    year     int not null,
    line     text not null,
    value    numeric(15, 3) not null,
    typed_by text not null,
    typed_at timestamptz not null,
    primary key (year, line)
);

create table annual_report (
    year      int primary key,
    title     text not null,
    lines     jsonb not null,
    closed_by text not null,
    closed_at timestamptz not null
);
create trigger annual_report_append_only before update or delete or truncate on annual_report
    for each statement execute function refuse_change();

-- Self-inspection: the points as they were when it was opened, what was found, and what was mended -------------------------

create table inspection (
    id         uuid primary key,
    title      text not null,
    list_title text not null,
    opened_by  text not null,
    opened_at  timestamptz not null,
    closed_by  text,
    closed_at  timestamptz
);
create index inspection_opened on inspection (opened_at desc, id);

create table inspection_answer (
    inspection_id uuid not null references inspection,
    ordinal       int not null,
    number        text not null,
    section       text not null,
    question      text not null,
    basis         text not null,
    evidence      text not null,
    verdict       text not null,
    note          text not null default '',
    owner         text not null default '',
    due           date,
    mended_at     timestamptz,
    mended        text not null default '',
    primary key (inspection_id, ordinal),
    unique (inspection_id, number)
);
create index inspection_answer_waiting on inspection_answer (due) where verdict = 'FINDING' and mended_at is null;
