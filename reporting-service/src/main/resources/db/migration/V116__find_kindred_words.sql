-- What Dutch words have in common that are made of one verb or noun: "borging", "borgen" and "geborgd"; "jongerenwerk" and
-- "jongerenwerkers". The stemmer keeps apart what ends in -ing or -er, and participles. By rule, without a list of words, so it
-- is no root in each case: it serves to find more words to search for.
create function dutch_root(word text) returns text
    -- Its index is used rather than the function for every word.
    language plpgsql immutable strict parallel safe cost 1000
as $$
declare
    root text := word;
begin
    root := case
        when word ~ '^(aan|af|bij|door|in|mee|na|om|op|over|samen|terug|toe|uit|voor|weg)?ge.{3,}[^aeiouy][dt]$'
            or word ~ '^(be|ver|ont|her).{2,}[^aeiouy][dt]$' then left(word, -1)
        when word ~ '.{4}ing(en)?$' then regexp_replace(word, 'ing(en)?$', '')
        when word ~ '.{5}ers?$' then regexp_replace(word, 'ers?$', '')
        when word ~ '.{3}en$' then left(word, -2)
        when word ~ '.{3}e$' or word ~ '.{2}[^aeiouyjs]s$' then left(word, -1)
        else word end;
    -- "werken" and "werk" as "maken" and "maak", "stappen" and "stap", "geven" and "geef", "reizen" and "reis".
    root := regexp_replace(root, '([^aeiouy])\1$', '\1');
    root := regexp_replace(root, '([aeou])\1([^aeiouy])$', '\1\2');
    return left(root, -1) || translate(right(root, 1), 'vz', 'fs');
end $$;

-- The roots that kindred words of this one can have. A participle has "ge" before the verb, and a "d" or "t" at its end that can
-- be of the verb too: "voorgelicht" and "voorlichting".
create function dutch_roots(word text) returns table (root text, of_participle boolean)
    language plpgsql immutable strict parallel safe rows 6
as $$
declare
    apart text := '^(aan|af|bij|door|in|mee|na|om|op|over|samen|terug|toe|uit|voor|weg)';
    own text := dutch_root(word);
begin
    if length(own) < 4 then
        return;
    end if;
    return query
        select distinct found.r, found.p from (
            select own, false
            union all select regexp_replace(w, apart || '?ge(?=.{3})', '\1'), false from unnest(array[own, word]) w
                where word ~ '[dt]e?$'
            union all select regexp_replace(g, '([^aeiouy])[dt]$', e), true
                from unnest(array['ge' || own, regexp_replace(own, apart || '(?=.{3})', '\1ge')]) g, unnest(array['\1', '\&']) e
        ) as found (r, p)
        where length(found.r) >= 4;
end $$;
