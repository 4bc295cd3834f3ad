-- /v1/events?participantId=: a page of what one actor did, in any order of the list. An actor has part in an event by taking part or when
-- somebody does in its name, and what sorts the events stands beside it, or no index could serve an order: all that the actor ever did was
-- read for each page. The rows follow from others, which have the foreign keys; triggers keep them in step, and whoever writes a
-- participation waits for whoever moves or renames its event, and the other way round.

create table event_actor (
    event_id   uuid         not null,
    actor_id   uuid         not null,
    order_key  bigint       not null,
    sort_name  varchar(500) not null,
    created_at timestamptz  not null,
    updated_at timestamptz  not null,
    primary key (event_id, actor_id)
);

-- What must be in it. The names are looked up when it is asked: with `known` first in the search path, those of what was known then.
create function event_actors() returns table (event_id uuid, actor_id uuid, order_key bigint, sort_name varchar, created_at timestamptz,
    updated_at timestamptz) language sql stable as $$
    select n.event_id, n.actor_id, e.order_key, r.sort_name, r.created_at, r.updated_at
      from (select event_id, actor_id from participation where actor_id is not null
            union select event_id, on_behalf_of_id from participation where on_behalf_of_id is not null) n
           join event e on e.id = n.event_id join record r on r.id = n.event_id
$$;
insert into event_actor select * from event_actors();
create view known.event_actor as select * from public.event_actors();

create index event_actor_by_start on event_actor (actor_id, order_key, event_id);
create index event_actor_by_name on event_actor (actor_id, sort_name collate "C", event_id);
create index event_actor_by_creation on event_actor (actor_id, created_at, event_id);
create index event_actor_by_update on event_actor (actor_id, updated_at, event_id);

create function list_event_actors() returns trigger language plpgsql as $$
begin
    perform from record where id in (old.event_id, new.event_id) order by id for no key update;
    -- each statement from here on sees what was committed while this one waited
    delete from event_actor a where a.event_id = old.event_id and a.actor_id in (old.actor_id, old.on_behalf_of_id)
       and not exists (select from participation n where n.event_id = a.event_id and a.actor_id in (n.actor_id, n.on_behalf_of_id));
    insert into event_actor (event_id, actor_id, order_key, sort_name, created_at, updated_at)
        select e.id, n.actor_id, e.order_key, r.sort_name, r.created_at, r.updated_at
          from event e join record r on r.id = e.id, (select new.actor_id union select new.on_behalf_of_id) n (actor_id)
         where e.id = new.event_id and n.actor_id is not null
        on conflict do nothing;
    return null;
end $$;
create trigger event_actors_of_participation after insert or delete or update of event_id, actor_id, on_behalf_of_id on participation
    for each row execute function list_event_actors();

create function move_event_actors() returns trigger language plpgsql as $$
begin
    perform from record where id = new.id for no key update;
    update event_actor set order_key = new.order_key where event_id = new.id;
    return null;
end $$;
create trigger event_actors_of_event after update of order_key on event
    for each row when (new.order_key <> old.order_key) execute function move_event_actors();

create function rename_event_actors() returns trigger language plpgsql as $$
begin
    update event_actor set sort_name = new.sort_name, created_at = new.created_at, updated_at = new.updated_at where event_id = new.id;
    return null;
end $$;
create trigger event_actors_of_record after update of sort_name, created_at, updated_at on record
    for each row when (new.record_type in ('meeting', 'summit', 'declaration')
        and (new.sort_name, new.created_at, new.updated_at) is distinct from (old.sort_name, old.created_at, old.updated_at))
    execute function rename_event_actors();
