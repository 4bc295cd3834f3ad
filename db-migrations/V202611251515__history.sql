-- What the registry said at any time (asKnownAt). Each row has the time in which it is what is known: from the instant of the transaction
-- that wrote it on. Before a row changes or goes, it is copied to the table of the same name in `history`, with the end of its time.
-- `versions` has a parent for each such pair of tables, `known` a view of it with the columns of the table, which shows what was known at
-- the instant chancery.known_at: with `known` first in the search path every query answers from that time, by the same indexes.

create schema history;
create schema versions;
create schema known;

-- The instant of a transaction, as the service's clock has it. Whoever writes past the service is taken at the database's word.
create function registry_instant() returns timestamptz language sql stable parallel safe as $$
    select coalesce(nullif(current_setting('chancery.now', true), '')::timestamptz, now())
$$;

-- For a migration that drops a column or changes its type: what depends on it goes until registry_keep_history is called again.
create function registry_suspend_history(kept text) returns void language plpgsql set client_min_messages = warning as $$
begin
    execute format('drop view if exists known.%I', kept);
    if to_regclass(format('versions.%I', kept)) is not null then
        execute format('alter table public.%1$I no inherit versions.%1$I', kept);
        execute format('alter table history.%1$I no inherit versions.%1$I', kept);
        execute format('drop table versions.%I', kept);
    end if;
    execute format('drop trigger if exists history_of_change on public.%I', kept);
    execute format('drop trigger if exists history_of_removal on public.%I', kept);
end $$;

-- Keeps the history of a table, or goes on keeping it after the table or its indexes have changed: to be called by each migration that
-- makes or changes a table that answers look at.
create function registry_keep_history(kept text) returns void language plpgsql as $$
declare
    present    constant regclass := format('public.%I', kept);
    past       text := format('history.%I', kept);
    function   text := format('history.%I', 'keep_' || kept);
    owner      text;
    each       record;
    columns    text;
    stored     text;
    old_values text;
    new_values text;
begin
    perform registry_suspend_history(kept);

    -- ---- since when each row is known: rows that are there already since their record was created, for want of better
    if not exists (select from pg_attribute where attrelid = present and attname = 'known_from' and not attisdropped) then
        execute format('alter table %s add column known_from timestamptz, add column known_to timestamptz not null default ''infinity''', present);
        select attname into owner from pg_attribute
         where attrelid = present and attnum > 0 and not attisdropped order by attname = 'record_id' desc, attnum limit 1;
        execute format('update %s t set known_from = coalesce((select r.created_at from public.record r where r.id = t.%I), registry_instant())',
                present, owner);
        execute format('alter table %s alter column known_from set default registry_instant(), alter column known_from set not null', present);
    end if;

    -- ---- the table of former rows: the same columns and indexes without the rules, for what was true then need not be allowed now
    if to_regclass(past) is null then
        execute format('create table %s (like %s including generated)', past, present);
    end if;
    -- what is computed no more does not hinder what it was computed from
    for each in
        select h.attname as name from pg_attribute h where h.attrelid = to_regclass(past) and h.attgenerated <> '' and not h.attisdropped
           and not exists (select from pg_attribute a where a.attrelid = present and a.attname = h.attname and not a.attisdropped)
    loop
        execute format('alter table %s drop column %I', past, each.name);
    end loop;
    for each in
        select a.attname as name, format_type(a.atttypid, a.atttypmod) || case when a.attcollation = t.typcollation then ''
                   else format(' collate %s', a.attcollation::regcollation) end as type,
               case when a.attgenerated = '' then format('default %s', coalesce(pg_get_expr(d.adbin, d.adrelid), 'null'))
                   else format('generated always as (%s) stored', pg_get_expr(d.adbin, d.adrelid)) end as value,
               a.attgenerated <> '' as generated, h.attname is null as missing
          from pg_attribute a join pg_type t on t.oid = a.atttypid
          left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
          left join pg_attribute h on h.attrelid = to_regclass(past) and h.attname = a.attname and not h.attisdropped
         where a.attrelid = present and a.attnum > 0 and not a.attisdropped
           and (h.attname is null or (h.atttypid, h.atttypmod, h.attcollation) <> (a.atttypid, a.atttypmod, a.attcollation))
         order by a.attnum
    loop
        if each.missing then
            execute format('alter table %s add column %I %s %s', past, each.name, each.type, each.value);
        else
            execute format('alter table %s alter column %I type %s', past, each.name, each.type);
        end if;
        if each.missing and not each.generated then
            execute format('alter table %s alter column %I drop default', past, each.name);
        end if;
    end loop;
    for each in
        select coalesce(n.name, h.name) as name, n.definition, h.definition is not null as there
          from (select c.relname as name, replace(regexp_replace(pg_get_indexdef(c.oid), '^CREATE (UNIQUE )?INDEX (\S+) ON \S+ ',
                       format('CREATE INDEX \2 ON %s ', past)), ' NULLS NOT DISTINCT', '') as definition
                  from pg_index i join pg_class c on c.oid = i.indexrelid where i.indrelid = present) n
          full join (select c.relname as name, pg_get_indexdef(c.oid) as definition
                  from pg_index i join pg_class c on c.oid = i.indexrelid where i.indrelid = to_regclass(past)) h on h.name = n.name
         -- but for casts, of which the database makes others when it reads its own words
         where regexp_replace(n.definition, '::[a-z ]+(\[\])?|[()]', '', 'g') is distinct from regexp_replace(h.definition, '::[a-z ]+(\[\])?|[()]', '', 'g')
    loop
        if each.there then
            execute format('drop index history.%I', each.name);
        end if;
        if each.definition is not null then
            execute each.definition;
        end if;
    end loop;

    -- ---- both together
    execute format('create table versions.%I (like %s including generated)', kept, present);
    for each in
        select attrelid::regclass as part, attname as name from pg_attribute
         where attrelid in (to_regclass(past), to_regclass(format('versions.%I', kept))) and attnum > 0 and attnotnull and not attisdropped
    loop
        execute format('alter table %s alter column %I drop not null', each.part, each.name);
    end loop;
    execute format('alter table %s inherit versions.%I', present, kept);
    execute format('alter table %s inherit versions.%I', past, kept);
    select string_agg(quote_ident(attname), ', ' order by attnum) into columns from pg_attribute
     where attrelid = present and attnum > 0 and not attisdropped and attname not in ('known_from', 'known_to');
    execute format('create view known.%1$I as select %2$s from versions.%1$I'
            ' where known_from <= current_setting(''chancery.known_at'')::timestamptz'
            ' and known_to > current_setting(''chancery.known_at'')::timestamptz', kept, columns);

    -- ---- former rows are copied
    select string_agg(quote_ident(attname), ', ' order by attnum), string_agg('old.' || quote_ident(attname), ', ' order by attnum),
           string_agg('new.' || quote_ident(attname), ', ' order by attnum)
      into stored, old_values, new_values
      from pg_attribute where attrelid = present and attnum > 0 and not attisdropped and attname not in ('known_from', 'known_to')
           and attgenerated = '';
    execute format($function$
        create or replace function %1$s() returns trigger language plpgsql as $body$
        declare
            -- a clock that was set back cannot end what has not begun
            instant constant timestamptz := greatest(old.known_from, public.registry_instant());
        begin
            -- what came and went within one instant was never known
            if old.known_from < instant then
                insert into %2$s (%3$s, known_from, known_to) values (%4$s, old.known_from, instant);
            end if;
            if tg_op = 'DELETE' then
                return old;
            end if;
            new.known_from := instant;
            return new;
        end $body$ $function$, function, past, stored, old_values);
    execute format('create trigger history_of_change before update on %s for each row'
            ' when ((%s) is distinct from (%s)) execute function %s()', present, old_values, new_values, function);
    execute format('create trigger history_of_removal before delete on %s for each row execute function %s()', present, function);
end $$;

-- Autovacuum counts for each table what changed in it, and nothing ever changes in the parents: without statistics of theirs every join
-- is misjudged. What they tell grows with the tables, so that once is enough.
create function registry_analyze_history() returns void language plpgsql as $$
declare
    parent regclass;
begin
    for parent in
        select c.oid from pg_class c where c.relnamespace = 'versions'::regnamespace and c.relkind = 'r'
           and not exists (select from pg_stats s where s.schemaname = 'versions' and s.tablename = c.relname)
    loop
        execute format('analyze %s', parent);
    end loop;
end $$;

select registry_keep_history(kept) from unnest(array['record', 'name', 'name_key', 'identifier', 'source', 'citation', 'person', 'state',
    'organization', 'succession', 'position', 'position_function', 'occupancy', 'membership', 'series', 'event', 'meeting', 'summit',
    'declaration', 'excerpt', 'event_relation', 'schedule_revision', 'participation', 'signature', 'commitment', 'merge']) kept;
