-- Every change of a register is noted here until it stands in the store as a segment of the journal.
create table register_change (
    id       bigint generated always as identity primary key,
    register text not null,
    deed     text not null check (deed in ('EPOCH', 'PUT', 'REMOVE', 'WHOLE')),
    line     jsonb not null,
    made_at  timestamptz not null default clock_timestamp()
);

create table journal_head (
    id     int primary key default 1 check (id = 1),
    number bigint not null,
    sha256 char(64) not null,
    schema text not null
);
insert into journal_head (number, sha256, schema) values (0, repeat('0', 64), '');

-- The registers that are kept in the journal: the columns of their key, the columns that never leave the database, and whether
-- rows are only ever added.
create table kept_register (
    name        text primary key,
    key         text[] not null,
    hidden      text[] not null,
    append_only boolean not null
);

create function note_register_change() returns trigger language plpgsql as $$
declare
    key    text[] := string_to_array(tg_argv[0], ',');
    hidden text[] := string_to_array(tg_argv[1], ',');
    was    jsonb;
    made   jsonb;
begin
    if tg_op <> 'INSERT' then
        was := to_jsonb(old) - hidden;
    end if;
    if tg_op <> 'DELETE' then
        made := to_jsonb(new) - hidden;
    end if;
    if was = made then
        return null;
    end if;
    if was is not null
        and (made is null or not coalesce(was @> (select jsonb_object_agg(k, made -> k) from unnest(key) k), false)) then
        insert into register_change (register, deed, line) values (tg_table_name, 'REMOVE', was);
    end if;
    if made is not null then
        insert into register_change (register, deed, line) values (tg_table_name, 'PUT', made);
    end if;
    return null;
end $$;

-- From now on every change of the register is noted. A migration that makes a table calls it, or says why not.
create function keep_register(register text, hidden text[] default '{}', append_only boolean default false)
    returns void language plpgsql as $$
declare
    columns text[] := coalesce((
        select array_agg(a.attname order by k.place)
        from pg_index i
        cross join lateral unnest(cast(i.indkey as int2[])) with ordinality k (number, place)
        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number
        where i.indrelid = cast(register as regclass) and i.indisprimary), '{}');
begin
    insert into kept_register values (register, columns, hidden, append_only);
    execute format(
        'create trigger register_journal after insert or update or delete on %I
             for each row execute function note_register_change(%L, %L)',
        register, array_to_string(columns, ','), array_to_string(hidden, ','));
end $$;

select keep_register(name) from unnest(array[
    'department', 'insured_person', 'policy_draft', 'fonds', 'fonds_creator', 'fonds_paper',
    'code_sequence', 'group_sequence', 'code_gap', 'code_change', 'hold', 'hold_item', 'term_decision',
    'appraisal', 'appraisal_member', 'appraisal_item', 'appraisal_voice',
    'destruction_list', 'destruction_entry', 'destruction_object', 'destruction_signature', 'destruction_remainder',
    'volume', 'volume_item', 'box', 'box_content', 'photo_group', 'photo_group_version',
    'annual_figure', 'inspection', 'inspection_answer', 'transfer_list', 'transfer_entry', 'lesson',
    'batch', 'batch_stage', 'sealed_paper', 'sealed_file', 'catalogue_import', 'catalogue_mapping',
    'scan_handover', 'check_run']) name;
select keep_register(name, append_only => true) from unnest(array[
    'policy', 'tombstone', 'check_report', 'annual_report', 'transfer_receipt', 'batch_deed', 'audit_chain']) name;
-- the number of a transaction means nothing in another database
select keep_register('audit_entry', array['xid'], true);
-- what opens an account is set anew by the operator
select keep_register('account', array['password_hash', 'failed_sign_ins', 'locked_until']);
-- a hash that no password has
alter table account alter column password_hash set default '1$AAAAAAAAAAAAAAAAAAAAAA==$AAAA';
