-- What the stored bytes of enciphered objects are, by their names in the newest version: the digests in component are those of the
-- files as they came in, which nobody can compare without the key. No key is in the database.
create table enciphered_file (
    object_id  text not null,
    path       text not null,
    sha256     char(64) not null,
    sm3        char(64) not null,
    bytes      bigint not null,
    primary key (object_id, path)
);
create index enciphered_object on enciphered_file (object_id) where path = 'encryption.json';
