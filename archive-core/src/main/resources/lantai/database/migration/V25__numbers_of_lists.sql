-- Lists of destruction are counted apart from the numbers of items, among which they looked like gaps.
insert into group_sequence as g (scope, last)
select scope, last from code_sequence where scope like 'XH-%'
on conflict (scope) do update set last = greatest(g.last, excluded.last);
delete from code_sequence where scope like 'XH-%';
