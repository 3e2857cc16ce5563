-- What the public reads of a scheme. Absent in what the last release writes.
alter table scheme
    add column description text,
    add column description_dutch text,
    add column apply_url text;

-- What the awards under a scheme come to, for callers that see none of them: with the rights of the owner, which no
-- policy narrows. It returns a sum only.
create function scheme_granted(scheme_code text) returns numeric
    language sql stable security definer set search_path = public, pg_temp
    as $$
select coalesce(sum(case a.status when 'REVOKED' then 0 when 'SETTLED' then a.settled_amount else a.amount end), 0)
from award a where a.scheme = scheme_code
$$;

revoke execute on function scheme_granted(text) from public;
grant execute on function scheme_granted(text) to ${application_role};
