-- The sum of bigints is a numeric, of any size: each step and above all the end of it cost more than reading the row. This one
-- is a bigint, and fails where that is not enough, as the cast of the other did.
create aggregate bigint_sum(bigint) (sfunc = int8pl, stype = bigint, combinefunc = int8pl, parallel = safe);
