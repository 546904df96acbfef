-- Whether the name of a person, registered after records that name her were filed, was sought in them.

alter table insured_person add column sought boolean not null default false;
create index insured_person_unsought on insured_person (registered_at) where not sought;
