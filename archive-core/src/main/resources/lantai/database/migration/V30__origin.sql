-- How a record came to be: born digital, digitised from paper, or known by its catalogue entry alone. Null where nobody has looked
-- yet: records of earlier days are looked at one by one, by the text of their pages.
alter table item add column origin text;
alter table item add column has_files boolean not null default true;
alter table staged_item add column origin text default 'PHYSICAL';
alter table staged_item add column has_files boolean not null default false;

update item i set has_files = false, origin = 'PHYSICAL'
    where not exists (select 1 from component c where c.item_id = i.id);
update item i set origin = said.origin
    from (select distinct on (item_id) item_id,
              case content -> 'values' ->> 'origin' when '原生' then 'BORN_DIGITAL' when '数字化' then 'DIGITISED'
                  when '编辑' then 'EDITED' end as origin
          from description_version order by item_id, number desc) said
    where said.item_id = i.id and said.origin is not null;

create index item_origin_open on item (id) where origin is null;

-- The tree counts records of each origin in one walk through this index.
drop index item_catalogue;
create index item_catalogue on item (fonds, category, code_class, year, reference_code)
    include (personal, insured_person_id, department_id, origin, has_files);

-- A view over all categories is paged in the order of the codes, however few records are in it.
create index item_electronic on item (reference_code) where (origin = 'BORN_DIGITAL' or category = 'DZ');
create index item_digitised on item (reference_code) where origin = 'DIGITISED';
create index item_without_files on item (reference_code) where not has_files;
