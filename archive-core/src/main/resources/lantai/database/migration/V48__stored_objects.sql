-- What every object was when it was acknowledged last, and which copies of it are to be made whole.
create table stored_object (
    object_id  text primary key,
    folder     char(64) not null unique,
    version    int not null,
    sha512     char(128) not null,
    stored_at  timestamptz not null
);

-- A copy that is missing, behind or damaged. Nothing is broken twice before it is mended.
create table broken_copy (
    location   text not null,
    object_id  text not null,
    why        text not null,
    since      timestamptz not null,
    tries      int not null default 0,
    last_tried timestamptz,
    state      text not null default 'OPEN' check (state in ('OPEN', 'LOST')),
    primary key (location, object_id)
);

-- Objects that are being destroyed: no copy of them is made any more.
create table condemned_object (
    object_id  text primary key,
    since      timestamptz not null
);

-- Objects of the time before this table are taken in once.
create table stored_object_intake (
    one        boolean primary key default true check (one),
    taken_at   timestamptz not null
);
