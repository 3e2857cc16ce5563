-- Of a programme of millions of observations the sums by field are millions too. These are far fewer, and any three fields
-- without places are in one of them. They are kept of large programmes only: of a programme of some 100,000 observations each of
-- them would have nearly as many rows as reach_by_field, which is read in time then.
create table reach_large_programme (
    programme text not null,
    constraint pk_reach_large_programme primary key (programme)
);
alter table reach_large_programme enable row level security;
create policy staff on reach_large_programme to ${staff_role} using (true);
grant select, insert on reach_large_programme to ${application_role};

do $$
declare
    one record;
begin
    for one in select * from (values
        ('reach_by_type_and_phenomenon', array['track', 'action_line', 'round_id', 'intervention_types', 'phenomena']),
        ('reach_by_type_and_instrument',
            array['track', 'action_line', 'round_id', 'funding_instrument', 'intervention_types']),
        ('reach_by_type_and_intensity', array['track', 'action_line', 'round_id', 'intensity', 'intervention_types']),
        ('reach_by_phenomenon_and_track', array['track', 'round_id', 'intensity', 'funding_instrument', 'phenomena']),
        ('reach_by_phenomenon_and_line', array['action_line', 'round_id', 'intensity', 'funding_instrument', 'phenomena']),
        ('reach_by_kind_of_activity',
            array['round_id', 'intensity', 'funding_instrument', 'intervention_types', 'phenomena']))
        as tables (name, keys)
    loop
        -- Rows change often and in place.
        execute format('create table %I (programme text not null, period_from date not null, period_until date not null,'
            || ' included_in text, target_group text not null, %s,'
            || ' records bigint not null, best_halves bigint not null, lowest bigint not null, highest bigint not null,'
            || ' without_margin bigint not null, exact bigint not null, approximate bigint not null,'
            || ' ranges bigint not null, at_least bigint not null, vague bigint not null, not_measured bigint not null,'
            || ' constraint uq_%s unique nulls not distinct (programme, period_from, period_until, included_in,'
            || ' target_group, %s))'
            || ' with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05)',
            one.name,
            (select string_agg(key || case key when 'round_id' then ' uuid' when 'intervention_types' then ' text[] not null'
                when 'phenomena' then ' text[] not null' else ' text' end, ', ' order by place)
                from unnest(one.keys) with ordinality as k (key, place)),
            one.name, array_to_string(one.keys, ', '));
        -- They do not say whose a figure is.
        execute format('alter table %I enable row level security', one.name);
        execute format('create policy staff on %I to ${staff_role} using (true)', one.name);
        execute format('grant select, insert, update, delete on %I to ${application_role}', one.name);
    end loop;
end $$;
