-- When the reading of a file was begun last: the pace of a batch is counted from it.
alter table received_file add column begun_at timestamptz;

-- Whether a job was ordered again while it was being done: then it is done once more.
alter table scheduled_tasks add column again boolean not null default false;

-- The deed that several remembered steps belong to: undone together.
alter table document_undo add column deed uuid;
