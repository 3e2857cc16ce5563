-- What constraints call. A function in SQL is read, planned and put into the statement each time that a row is inserted, which
-- took a third of the time of the insert of an observation. One in PL/pgSQL is compiled once for each connection. The results are
-- the same, so that rows need no look.
create or replace function is_quantity(
    kind text, value bigint, plus_minus bigint, minimum bigint, maximum bigint, words text) returns boolean
    language plpgsql immutable as $$
begin
    return coalesce(
        case kind
            when 'EXACT' then value >= 0 and num_nonnulls(plus_minus, minimum, maximum, words) = 0
            when 'APPROXIMATE' then value >= 0 and coalesce(plus_minus, 0) between 0 and value
                and num_nonnulls(minimum, maximum, words) = 0
            when 'RANGE' then minimum >= 0 and maximum >= minimum and num_nonnulls(value, plus_minus, words) = 0
            when 'AT_LEAST' then value >= 0 and num_nonnulls(plus_minus, minimum, maximum, words) = 0
            when 'VAGUE' then words is not null and num_nonnulls(value, plus_minus, minimum, maximum) = 0
            when 'NOT_MEASURED' then words is not null and num_nonnulls(value, plus_minus, minimum, maximum) = 0
        end,
        false);
end $$;

create or replace function are_intervention_types(codes text[]) returns boolean
    language plpgsql immutable as $$
begin
    return codes <@ array['KNOWLEDGE_BUILDING', 'KNOWLEDGE_EXCHANGE', 'AWARENESS', 'NETWORK_BUILDING',
        'INFORMATION_MANAGEMENT_SUPPORT', 'INDIVIDUAL_INTERVENTION', 'GENERAL_EDUCATION'];
end $$;

create or replace function are_phenomena(codes text[]) returns boolean
    language plpgsql immutable as $$
begin
    return codes <@ array['POLARISATION', 'ISLAMIST_EXTREMISM', 'RIGHT_WING_EXTREMISM', 'LEFT_WING_EXTREMISM',
        'ANIMAL_RIGHTS_EXTREMISM'];
end $$;

create or replace function are_inherited(fields text[]) returns boolean
    language plpgsql immutable as $$
begin
    return fields <@ array['organisationId', 'track', 'actionLine', 'fundingInstrument', 'interventionTypes', 'phenomena',
        'place'];
end $$;
