-- The second factor of a sign-in. What opens an account is not kept in the journal of the registers: after a rebuild it is set
-- anew, as passwords are.
create table second_factor (
    account_id   uuid primary key references account on delete cascade,
    -- the secret, encrypted with the archive's key and tied to the account
    secret       bytea not null,
    begun_at     timestamptz not null,
    confirmed_at timestamptz,
    -- the newest time step whose code was accepted; none is accepted twice
    last_step    bigint not null default 0
);

create table recovery_code (
    account_id uuid not null references account on delete cascade,
    code_hash  bytea not null,
    used_at    timestamptz,
    primary key (account_id, code_hash)
);

-- The password was right, the code is still to come.
create table half_sign_in (
    token_hash bytea primary key,
    account_id uuid not null references account on delete cascade,
    expires_at timestamptz not null
);
