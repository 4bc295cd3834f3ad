-- Two records of one thing become one, and apart again. A merged record keeps its row of `record` and loses that of its type, as a
-- retracted one does.

create table merge (
    merged_id       uuid    primary key references record (id) deferrable,
    survivor_id     uuid    not null references record (id) deferrable,
    -- the revision that merged the record: what it was stands before it
    merged_number   integer not null check (merged_number > 1),
    -- the survivor's version after the merge, and its documents before and after, for what it got to be taken away again
    survivor_number integer not null check (survivor_number > 1),
    before          jsonb   not null,
    after           jsonb   not null,
    constraint merge_of_two check (merged_id <> survivor_id)
);
create index merge_by_survivor on merge (survivor_id);

-- Which rows referred to the merged record: they go back to it, unless they were changed meanwhile.
create table merge_reference (
    merged_id uuid        not null references merge (merged_id) on delete cascade,
    -- table and column
    reference varchar(60) not null,
    owner_id  uuid        not null,
    -- of the row among those of its owner
    row_key   varchar(40) not null,
    primary key (merged_id, reference, owner_id, row_key)
);

-- what is left of a merged record stands in the survivor's revision
alter table revision drop constraint revision_check1;
alter table revision add constraint revision_after_retraction check (operation <> 'retracted' or after is null);
alter table revision add constraint revision_after check (operation = 'retracted' or operation = 'merged' or after is not null);

-- what outlives the row of a record while it is written anew
alter table citation alter constraint citation_record_id_fkey deferrable;
-- an event that comes back knows its former schedules
alter table schedule_revision drop constraint schedule_revision_event_id_fkey;
alter table schedule_revision add constraint schedule_revision_event_id_fkey foreign key (event_id) references record (id) deferrable;

-- schemes that give one value to one thing: two records with different ones are not the same
alter table identifier_scheme add column single boolean not null default false;
update identifier_scheme set single = scheme in ('iso3166-1-alpha2', 'iso3166-1-alpha3', 'un-m49');
