-- From where a person is signed in, for the list of devices: never the whole address.
alter table sign_in add column id uuid not null default gen_random_uuid() unique;
alter table sign_in add column browser text not null default '';
alter table sign_in add column masked_address text not null default '';
