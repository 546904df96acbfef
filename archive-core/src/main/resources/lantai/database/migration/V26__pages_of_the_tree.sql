-- A class or a category is paged in the order of its codes also where no year is chosen: without these the database reads all
-- codes that come before.
create index item_class_codes on item (fonds, category, code_class, reference_code);
create index item_category_codes on item (fonds, category, reference_code);
