-- /v1/memberships?sort=name: the name that sorts the member stands beside each membership, or no index could serve the order.
-- The database keeps the two in step: whoever writes a membership waits for whoever renames its member, and the other way round.

alter table membership add column member_sort_name varchar(500) not null default '';
update membership e set member_sort_name = m.sort_name from record m where m.id = e.member_id;
create index membership_by_name on membership (member_sort_name collate "C", id);

create function name_member() returns trigger language plpgsql as $$
begin
    select sort_name into new.member_sort_name from record where id = new.member_id for share;
    -- the foreign key says it better
    new.member_sort_name := coalesce(new.member_sort_name, '');
    return new;
end $$;
create trigger membership_of_member before insert on membership for each row execute function name_member();
create trigger membership_of_another before update of member_id on membership
    for each row when (new.member_id is distinct from old.member_id) execute function name_member();

create function rename_member() returns trigger language plpgsql as $$
begin
    update membership set member_sort_name = new.sort_name where member_id = new.id;
    return null;
end $$;
create trigger member_renamed after update of sort_name on record
    for each row when (new.sort_name is distinct from old.sort_name and new.record_type in ('person', 'state', 'organization'))
    execute function rename_member();
