-- Every reference between records but citations and parts of the same record: what keeps a record from being retracted.
-- `owned`: the referring record has no meaning without the other one and is retracted with it.
create or replace view record_reference (from_id, to_id, owned) as
    select id, person_id, true from occupancy
    union all select id, position_id, false from occupancy
    union all select id, member_id, true from membership
    union all select id, organization_id, false from membership
    union all select id, actor_id, false from position
    union all select id, parent_id, false from organization where parent_id is not null
    union all select id, state_id, false from organization where state_id is not null
    union all select successor_id, predecessor_id, false from succession
    union all select id, organization_id, false from series where organization_id is not null
    union all select id, origin_id, false from source where origin_id is not null
    union all select record_id, source_id, false from citation
    union all select record_id, origin_id, false from citation where origin_id is not null
    union all select id, place_state_id, false from event where place_state_id is not null
    union all select id, part_of_id, false from event where part_of_id is not null
    union all select id, series_id, false from event where series_id is not null
    union all select event_id, target_id, false from event_relation
    union all select id, host_id, false from summit where host_id is not null
    union all select id, organizer_id, false from summit where organizer_id is not null
    union all select id, event_id, true from participation
    union all select id, actor_id, false from participation where actor_id is not null
    union all select id, on_behalf_of_id, false from participation where on_behalf_of_id is not null
    union all select id, delegation_id, false from participation where delegation_id is not null
    union all select id, capacity_position_id, false from participation where capacity_position_id is not null
    union all select id, declaration_id, true from signature
    union all select id, actor_id, false from signature
    union all select id, on_behalf_of_id, false from signature where on_behalf_of_id is not null
    union all select id, capacity_position_id, false from signature where capacity_position_id is not null
    union all select id, declaration_id, true from commitment
    union all select id, obligor_id, false from commitment where obligor_id is not null
    union all select id, beneficiary_id, false from commitment where beneficiary_id is not null;
