-- An answer belongs to the subject, the organisation and the method that asked, and not to the path alone. The primary
-- key stays, for release 0.1.0 names it when it stores an answer.
alter table idempotency_key add column method text, add column organisation text;

-- Of rows that are there already the organisation stays unknown. 0.1.0 does not name it, but tells the database whose rows
-- it may see: of what it stores from here on, that is the organisation.
alter table idempotency_key alter column organisation
    set default coalesce(current_setting('doorlichting.organisation', true), '');

-- What a code is known by: two that differ by case, Unicode form or outer white space are one. The collation is named, so
-- that a database of another locale folds alike. White space is what Unicode calls so.
create function code_key(code text) returns text
language sql immutable strict parallel safe
return normalize(casefold(normalize(btrim(code,
    U&'\0009\000A\000B\000C\000D\0020\0085\00A0\1680\2000\2001\2002\2003\2004\2005\2006\2007\2008\2009\200A'
    '\2028\2029\202F\205F\3000'), nfc) collate pg_catalog.pg_unicode_fast), nfc);
