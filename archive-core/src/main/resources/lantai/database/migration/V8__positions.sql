-- The index and the audit chain ask every moment for what came since a transaction.

create index outbox_xid on outbox (xid);
create index audit_entry_xid on audit_entry (xid);
