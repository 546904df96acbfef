-- Accounts for which an identity provider may vouch. One identity opens one account.
create table outside_identity (
    issuer     text not null,
    subject    text not null,
    account_id uuid not null unique references account on delete cascade,
    tied_at    timestamptz not null,
    tied_by    text not null,
    primary key (issuer, subject)
);

-- Whether an identity provider vouched, instead of a password.
alter table sign_in add column vouched boolean not null default false;
alter table half_sign_in add column vouched boolean not null default false;

select keep_register('outside_identity');
