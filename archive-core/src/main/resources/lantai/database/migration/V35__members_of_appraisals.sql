-- What each member of an appraisal group says of the proposal; name and part are those of the day he spoke, since lists quote them
-- for ever.
alter table appraisal_member
    add column name     text,
    add column leads    boolean,
    add column stance   text check (stance in ('AGREES', 'DIFFERS', 'ABSENT')),
    add column reason   text,
    add column spoke_at timestamptz,
    add column noted_by text;

-- Where a member thinks of a record otherwise than the proposal.
create table appraisal_voice (
    appraisal_id uuid not null,
    account_id   uuid not null,
    item_id      uuid not null,
    opinion      text not null,
    period       text,
    years        int,
    reason       text not null,
    primary key (appraisal_id, account_id, item_id),
    foreign key (appraisal_id, account_id) references appraisal_member,
    foreign key (appraisal_id, item_id) references appraisal_item
);
