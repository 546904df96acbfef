-- The Merkle tree over the linked entries: the roots of whole subtrees of 256 and more leaves, so that a head need not read what
-- lies under them. They can be computed again from the entries at any time, and verification does.

create table audit_node (
    level  smallint not null check (level >= 8),
    number bigint not null check (number >= 0),
    hash   char(64) not null,
    primary key (level, number)
);
create trigger audit_node_append_only before update or delete or truncate on audit_node
    for each statement execute function refuse_change();
select keep_register('audit_node', append_only => true);
