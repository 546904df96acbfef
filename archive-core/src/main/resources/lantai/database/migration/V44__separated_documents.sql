-- Documents put together of single files between separator sheets, with the version that they had then: one that a person has
-- changed since is not put together anew.
create table separated_document (
    document_id uuid primary key references document on delete cascade,
    version     int not null
);
