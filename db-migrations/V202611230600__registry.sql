-- The registry: one row of `record` for everything that has an id, a version and a history; one table a type.
-- Columns named x_edtf, x_earliest, x_latest hold one partial date (EDTF, ISO 8601-2): as written, and the days it may mean.

create extension if not exists btree_gist;

-- ------------------------------------------------------------------------------------------------ records

create table record (
    id                uuid primary key,
    record_type       varchar(20)  not null check (record_type in ('person', 'state', 'organization', 'position', 'occupancy',
                                       'membership', 'meeting', 'summit', 'declaration', 'series', 'source', 'participation',
                                       'signature', 'commitment')),
    version           integer      not null check (version > 0),
    record_state      varchar(10)  not null default 'published' check (record_state in ('published', 'retracted', 'merged')),
    created_at        timestamptz  not null,
    updated_at        timestamptz  not null,
    retraction_reason varchar(500),
    sort_name         varchar(500) not null default '',
    check ((record_state = 'retracted') = (retraction_reason is not null)),
    check (created_at <= updated_at),
    unique (id, record_type)
);
-- A retracted record keeps this row for ever (its id is never reused) and loses the row of its type: what refers to a
-- record refers to the row of its type, so nothing can dangle, and its identifiers are free again.
create index record_by_name on record (record_type, sort_name collate "C", id);
create index record_by_update on record (record_type, updated_at, id);
create index record_by_creation on record (record_type, created_at, id);
-- the same orders across the types of /v1/events and of /v1/entities
create index event_record_by_name on record (sort_name collate "C", id) where record_type in ('meeting', 'summit', 'declaration');
create index event_record_by_update on record (updated_at, id) where record_type in ('meeting', 'summit', 'declaration');
create index event_record_by_creation on record (created_at, id) where record_type in ('meeting', 'summit', 'declaration');
create index entity_record_by_name on record (sort_name collate "C", id)
    where record_type in ('person', 'state', 'organization', 'position') and record_state = 'published';
create index entity_record_by_update on record (updated_at, id)
    where record_type in ('person', 'state', 'organization', 'position') and record_state = 'published';
create index entity_record_by_creation on record (created_at, id)
    where record_type in ('person', 'state', 'organization', 'position') and record_state = 'published';

create table revision (
    record_id uuid         not null references record (id),
    number    integer      not null check (number > 0),
    at        timestamptz  not null,
    author    varchar(200) not null,
    operation varchar(10)  not null check (operation in ('created', 'updated', 'retracted', 'restored', 'merged', 'unmerged')),
    before    jsonb,
    after     jsonb,
    comment   varchar(1000),
    primary key (record_id, number),
    check ((operation = 'created') = (before is null)),
    check ((operation = 'retracted') = (after is null))
);

create table name (
    record_id           uuid         not null references record (id),
    ordinal             integer      not null check (ordinal >= 0),
    value               varchar(500) not null check (value <> ''),
    lang                varchar(35)  not null,
    script              varchar(4),
    kind                varchar(20)  not null check (kind in ('official', 'common', 'short', 'acronym', 'alias', 'former',
                                         'transliteration', 'inflected', 'as-reported')),
    display             boolean      not null,
    valid_from_edtf     varchar(40),
    valid_from_earliest date,
    valid_from_latest   date,
    valid_to_edtf       varchar(40),
    valid_to_earliest   date,
    valid_to_latest     date,
    -- the value without case and accents, folded by the service (ICU): lower() leaves Cyrillic alone under the C collation
    folded              varchar(1000) not null,
    primary key (record_id, ordinal),
    check (valid_from_earliest <= valid_to_latest)
);
create unique index name_displayed on name (record_id, lang) where display;
create index name_by_folded on name (folded collate "C", record_id);

create table identifier_scheme (
    scheme       varchar(40)  primary key,
    title        varchar(200) not null,
    pattern      varchar(200) not null,
    url_template varchar(500)
);
insert into identifier_scheme (scheme, title, pattern, url_template) values
    ('iso3166-1-alpha2', 'ISO 3166-1 alpha-2 country code', '[A-Z]{2}', 'https://www.iso.org/obp/ui/#iso:code:3166:{value}'),
    ('iso3166-1-alpha3', 'ISO 3166-1 alpha-3 country code', '[A-Z]{3}', null),
    ('un-m49', 'UN M49 area code', '[0-9]{3}', null),
    ('wikidata', 'Wikidata item', 'Q[1-9][0-9]{0,11}', 'https://www.wikidata.org/wiki/{value}'),
    ('opensanctions', 'OpenSanctions entity', '[A-Za-z0-9-]{2,100}', 'https://www.opensanctions.org/entities/{value}/');

create table identifier (
    record_id uuid         not null references record (id),
    ordinal   integer      not null check (ordinal >= 0),
    scheme    varchar(40)  not null references identifier_scheme (scheme),
    value     varchar(200) not null check (value <> ''),
    primary key (record_id, ordinal),
    constraint identifier_taken unique (scheme, value)
);

-- ------------------------------------------------------------------------------------------------ sources

create table source (
    id                 uuid primary key,
    record_type        varchar(20) not null default 'source' check (record_type = 'source'),
    url                varchar(2000),
    reference          varchar(500),
    title              varchar(500),
    publisher          varchar(300),
    author             varchar(300),
    lang               varchar(35),
    published_edtf     varchar(40),
    published_earliest date,
    published_latest   date,
    retrieved_edtf     varchar(40),
    retrieved_earliest date,
    retrieved_latest   date,
    origin_id          uuid references source (id),
    note               varchar(2000),
    published_key      date not null generated always as (coalesce(published_earliest, 'infinity'::date)) stored,
    foreign key (id, record_type) references record (id, record_type),
    constraint source_url_taken unique (url),
    constraint source_not_its_own_origin check (origin_id <> id),
    constraint source_identified check (url is not null or reference is not null or title is not null),
    check (published_earliest <= published_latest),
    check (retrieved_earliest <= retrieved_latest)
);
create index source_by_publication on source (published_key, id);
create index source_by_origin on source (origin_id);

create table citation (
    id                  uuid primary key,
    record_id           uuid         not null references record (id),
    ordinal             integer      not null check (ordinal >= 0),
    source_id           uuid         not null references source (id),
    field               varchar(300) not null,
    stance              varchar(20)  not null check (stance in ('supports', 'contradicts', 'mentions')),
    quote               varchar(2000),
    quote_lang          varchar(35),
    translation         varchar(2000),
    attests_on_edtf     varchar(40),
    attests_on_earliest date,
    attests_on_latest   date,
    confidence          varchar(10) check (confidence in ('high', 'medium', 'low')),
    origin_id           uuid references source (id),
    constraint citation_quote_has_language check (quote is null or quote_lang is not null),
    check (attests_on_earliest <= attests_on_latest)
);
create index citation_by_record on citation (record_id, ordinal);
create index citation_by_source on citation (source_id, record_id);
create index citation_by_origin on citation (origin_id);

-- ------------------------------------------------------------------------------------------------ actors

create table person (
    id             uuid primary key,
    record_type    varchar(20) not null default 'person' check (record_type = 'person'),
    description    varchar(1000),
    birth_edtf     varchar(40),
    birth_earliest date,
    birth_latest   date,
    death_edtf     varchar(40),
    death_earliest date,
    death_latest   date,
    foreign key (id, record_type) references record (id, record_type),
    check (birth_earliest <= birth_latest),
    check (death_earliest <= death_latest),
    constraint person_born_before_death check (birth_earliest <= death_latest)
);

create table state (
    id                  uuid primary key,
    record_type         varchar(20) not null default 'state' check (record_type = 'state'),
    un_status           varchar(20) check (un_status in ('member', 'observer', 'non-member')),
    capital             varchar(200),
    region              varchar(3) check (region ~ '^[0-9]{3}$'),
    valid_from_edtf     varchar(40),
    valid_from_earliest date,
    valid_from_latest   date,
    valid_to_edtf       varchar(40),
    valid_to_earliest   date,
    valid_to_latest     date,
    foreign key (id, record_type) references record (id, record_type),
    check (valid_from_earliest <= valid_from_latest),
    check (valid_to_earliest <= valid_to_latest),
    constraint state_valid_in_order check (valid_from_earliest <= valid_to_latest)
);

create table organization (
    id                 uuid primary key,
    record_type        varchar(20) not null default 'organization' check (record_type = 'organization'),
    class              varchar(20) not null check (class in ('igo', 'supranational', 'coalition', 'government-body', 'ministry',
                           'armed-forces', 'party', 'media', 'company', 'ngo', 'delegation', 'other')),
    description        varchar(1000),
    parent_id          uuid references organization (id),
    state_id           uuid references state (id),
    founded_edtf       varchar(40),
    founded_earliest   date,
    founded_latest     date,
    dissolved_edtf     varchar(40),
    dissolved_earliest date,
    dissolved_latest   date,
    foreign key (id, record_type) references record (id, record_type),
    constraint organization_not_its_own_parent check (parent_id <> id),
    check (founded_earliest <= founded_latest),
    check (dissolved_earliest <= dissolved_latest),
    constraint organization_founded_before_dissolved check (founded_earliest <= dissolved_latest)
);
create index organization_by_class on organization (class);
create index organization_by_parent on organization (parent_id);
create index organization_by_state on organization (state_id);

-- successor and predecessor are of one kind: state after state, organization after organization
create table succession (
    successor_id   uuid        not null,
    record_type    varchar(20) not null check (record_type in ('state', 'organization')),
    ordinal        integer     not null check (ordinal >= 0),
    predecessor_id uuid        not null,
    primary key (successor_id, ordinal),
    constraint succession_once unique (successor_id, predecessor_id),
    constraint succession_not_of_itself check (successor_id <> predecessor_id),
    foreign key (successor_id, record_type) references record (id, record_type),
    foreign key (predecessor_id, record_type) references record (id, record_type)
);
create index succession_by_predecessor on succession (predecessor_id);

-- ------------------------------------------------------------------------------------------------ offices

create table position (
    id                  uuid primary key,
    record_type         varchar(20) not null default 'position' check (record_type = 'position'),
    actor_id            uuid        not null,
    actor_type          varchar(20) not null check (actor_type in ('state', 'organization')),
    description         varchar(1000),
    seats               integer check (seats between 1 and 10000),
    single_seat         boolean     not null generated always as (coalesce(seats = 1, false)) stored,
    valid_from_edtf     varchar(40),
    valid_from_earliest date,
    valid_from_latest   date,
    valid_to_edtf       varchar(40),
    valid_to_earliest   date,
    valid_to_latest     date,
    foreign key (id, record_type) references record (id, record_type),
    foreign key (actor_id, actor_type) references record (id, record_type),
    unique (id, single_seat),
    check (valid_from_earliest <= valid_from_latest),
    check (valid_to_earliest <= valid_to_latest),
    constraint position_valid_in_order check (valid_from_earliest <= valid_to_latest)
);
create index position_by_actor on position (actor_id);

create table position_function (
    position_id         uuid        not null references position (id) on delete cascade,
    ordinal             integer     not null check (ordinal >= 0),
    function            varchar(40) not null check (function in ('head-of-state', 'head-of-government', 'head-of-organization',
                            'foreign-minister', 'defence-minister', 'minister', 'national-security-adviser', 'chief-of-staff',
                            'chief-of-defence', 'special-envoy', 'ambassador', 'permanent-representative', 'spokesperson',
                            'legislator', 'adviser', 'other')),
    valid_from_edtf     varchar(40),
    valid_from_earliest date,
    valid_from_latest   date,
    valid_to_edtf       varchar(40),
    valid_to_earliest   date,
    valid_to_latest     date,
    primary key (position_id, ordinal),
    check (valid_from_earliest <= valid_from_latest),
    check (valid_to_earliest <= valid_to_latest),
    constraint function_valid_in_order check (valid_from_earliest <= valid_to_latest)
);
create index position_function_by_function on position_function (function, position_id);

-- The days on which somebody certainly held an office (or belonged to an organization). The last day named as the end is
-- left out: predecessor and successor share the day of a handover. An unknown start counts from the first attested day;
-- beyond the last attested day nothing is certain where no end is known.
create function certain_days(start_earliest date, start_latest date, end_earliest date, end_latest date,
                             attested_from date, attested_to date) returns daterange
    language sql immutable parallel safe
    return (select case when s < e then daterange(s, e) else 'empty'::daterange end
            from (select case when start_earliest is null and start_latest is null then attested_from else start_latest end as s,
                         case when end_earliest is null and end_latest is null
                              then greatest(attested_to, start_latest) + 1
                              else coalesce(end_earliest, greatest(attested_to, start_latest) + 1) end as e) days);

-- The days on which somebody may have held it. An unknown end is open, unless the holding is marked as ended or another
-- certain holder of the single seat came later (`superseded`): then it counts to the last attested day.
create function possible_days(start_earliest date, start_latest date, end_earliest date, end_latest date, ended boolean,
                              superseded boolean, attested_from date, attested_to date) returns daterange
    language sql immutable parallel safe
    return (select case when unattested or s > e then 'empty'::daterange else daterange(s, e, '[]') end
            from (select start_earliest is null and start_latest is null and attested_from is null as unattested,
                         case when start_earliest is null and start_latest is null then attested_from else start_earliest end as s,
                         case when end_earliest is null and end_latest is null
                              then case when ended or superseded then greatest(attested_to, start_latest) end
                              else end_latest end as e) days);

create table occupancy (
    id                     uuid primary key,
    record_type            varchar(20) not null default 'occupancy' check (record_type = 'occupancy'),
    person_id              uuid        not null references person (id),
    position_id            uuid        not null,
    single_seat            boolean     not null,
    start_edtf             varchar(40),
    start_earliest         date,
    start_latest           date,
    end_edtf               varchar(40),
    end_earliest           date,
    end_latest             date,
    scheduled_end_edtf     varchar(40),
    scheduled_end_earliest date,
    scheduled_end_latest   date,
    ended                  boolean     not null,
    acting                 boolean     not null,
    designate              boolean     not null,
    selection              varchar(20) check (selection in ('elected', 'appointed', 'inherited', 'ex-officio', 'other')),
    end_reason             varchar(20) check (end_reason in ('term-ended', 'resigned', 'dismissed', 'died', 'lost-confidence',
                               'office-abolished', 'other')),
    -- derived: the days on which citations attest it; whether a later holder of the single seat is certain
    attested_from          date,
    attested_to            date,
    superseded             boolean     not null default false,
    certain_period         daterange   not null generated always as (
        certain_days(start_earliest, start_latest, end_earliest, end_latest, attested_from, attested_to)) stored,
    possible_period        daterange   not null generated always as (
        possible_days(start_earliest, start_latest, end_earliest, end_latest, ended, superseded, attested_from, attested_to)) stored,
    start_key              date        not null generated always as (coalesce(start_earliest, attested_from, 'infinity'::date)) stored,
    foreign key (id, record_type) references record (id, record_type),
    foreign key (position_id, single_seat) references position (id, single_seat) on update cascade,
    check (start_earliest <= start_latest),
    check (end_earliest <= end_latest),
    check (scheduled_end_earliest <= scheduled_end_latest),
    check (attested_from <= attested_to),
    constraint occupancy_in_order check (start_earliest <= end_latest),
    constraint occupancy_seat_taken exclude using gist (position_id with =, certain_period with &&)
        where (single_seat and not acting and not designate)
);
create index occupancy_by_person on occupancy (person_id);
create index occupancy_by_position on occupancy (position_id);
create index occupancy_by_period on occupancy using gist (possible_period);
create index occupancy_by_certain_period on occupancy using gist (certain_period);
create index occupancy_by_start on occupancy (start_key, id);

create table membership (
    id              uuid primary key,
    record_type     varchar(20) not null default 'membership' check (record_type = 'membership'),
    member_id       uuid        not null,
    member_type     varchar(20) not null check (member_type in ('person', 'state', 'organization')),
    organization_id uuid        not null references organization (id),
    role            varchar(300),
    status          varchar(20) not null check (status in ('full', 'observer', 'associate', 'suspended', 'candidate')),
    start_edtf      varchar(40),
    start_earliest  date,
    start_latest    date,
    end_edtf        varchar(40),
    end_earliest    date,
    end_latest      date,
    ended           boolean     not null,
    attested_from   date,
    attested_to     date,
    certain_period  daterange   not null generated always as (
        certain_days(start_earliest, start_latest, end_earliest, end_latest, attested_from, attested_to)) stored,
    possible_period daterange   not null generated always as (
        possible_days(start_earliest, start_latest, end_earliest, end_latest, ended, false, attested_from, attested_to)) stored,
    start_key       date        not null generated always as (coalesce(start_earliest, attested_from, 'infinity'::date)) stored,
    foreign key (id, record_type) references record (id, record_type),
    foreign key (member_id, member_type) references record (id, record_type),
    constraint membership_not_in_itself check (member_id <> organization_id),
    check (start_earliest <= start_latest),
    check (end_earliest <= end_latest),
    check (attested_from <= attested_to),
    constraint membership_in_order check (start_earliest <= end_latest)
);
create index membership_by_member on membership (member_id);
create index membership_by_organization on membership (organization_id);
create index membership_by_period on membership using gist (possible_period);
create index membership_by_certain_period on membership using gist (certain_period);
create index membership_by_start on membership (start_key, id);

-- ------------------------------------------------------------------------------------------------ events

create table series (
    id              uuid primary key,
    record_type     varchar(20) not null default 'series' check (record_type = 'series'),
    description     varchar(1000),
    organization_id uuid references organization (id),
    foreign key (id, record_type) references record (id, record_type)
);
create index series_by_organization on series (organization_id);

create table event (
    id                uuid primary key,
    event_type        varchar(20) not null check (event_type in ('meeting', 'summit', 'declaration')),
    kind              varchar(40),
    summary           varchar(2000),
    -- local wall time with its zone; no clock time where the source gives none
    start_edtf        varchar(40),
    start_earliest    date,
    start_latest      date,
    start_time        time,
    start_day_part    varchar(20) check (start_day_part in ('early-morning', 'morning', 'midday', 'afternoon', 'evening', 'night')),
    start_zone        varchar(60),
    end_edtf          varchar(40),
    end_earliest      date,
    end_latest        date,
    end_time          time,
    end_day_part      varchar(20) check (end_day_part in ('early-morning', 'morning', 'midday', 'afternoon', 'evening', 'night')),
    end_zone          varchar(60),
    day_sequence      integer check (day_sequence between 0 and 999),
    -- derived by the service: order of the timeline; instants between which it may take place
    order_key         bigint      not null,
    begins_at         timestamptz,
    ends_at           timestamptz,
    period            daterange generated always as (case when start_edtf is null then null
        else daterange(start_earliest, case when end_edtf is null then start_latest else end_latest end, '[]') end) stored,
    venue             varchar(300),
    city              varchar(200),
    city_folded       varchar(400),
    place_state_id    uuid references state (id),
    online            boolean     not null,
    status            varchar(20) not null check (status in ('rumoured', 'proposed', 'announced', 'confirmed', 'in-progress', 'held',
                          'postponed', 'cancelled', 'not-held', 'unknown')),
    visibility        varchar(10) check (visibility in ('public', 'closed')),
    part_of_id        uuid references event (id),
    series_id         uuid references series (id),
    ordinal           integer check (ordinal > 0),
    schedule_sequence integer     not null check (schedule_sequence >= 0),
    foreign key (id, event_type) references record (id, record_type),
    unique (id, event_type),
    constraint event_kind check (case event_type
        when 'meeting' then kind is not null and kind in ('bilateral', 'multilateral', 'negotiation-round', 'working-meal', 'phone-call',
            'video-call', 'military-talks', 'visit', 'press-conference', 'session', 'other')
        when 'declaration' then kind is not null and kind in ('joint-declaration', 'communique', 'statement', 'speech', 'interview',
            'social-media-post', 'press-release', 'announcement')
        else kind is null end),
    check (start_earliest <= start_latest),
    check (end_earliest <= end_latest),
    check (start_time is null or start_zone is not null),
    check (end_time is null or end_zone is not null),
    constraint event_end_needs_start check (end_edtf is null or start_edtf is not null),
    constraint event_in_order check (start_earliest <= end_latest)
);
create index event_by_order on event (order_key, id);
create index event_by_type on event (event_type, order_key, id);
create index event_by_kind on event (kind, order_key, id);
create index event_by_status on event (status, order_key, id);
create index event_by_period on event using gist (period);
create index event_by_begin on event (begins_at);
create index event_by_finish on event (ends_at);
-- needsConfirmation: past (the query adds that) and without a word on what became of it
create index event_unconfirmed on event (ends_at, id)
    where status in ('rumoured', 'proposed', 'announced', 'confirmed', 'in-progress', 'unknown');
create index event_by_place_state on event (place_state_id, order_key, id);
create index event_by_city on event (city_folded collate "C", order_key, id);
create index event_by_series on event (series_id, order_key, id);
create index event_by_whole on event (part_of_id, order_key, id);

-- The tree of parts has no cycle. Writers of part_of_id queue up, or two of them could close a ring together.
create function refuse_part_of_cycle() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtext('event.part_of_id'));
    if exists (with recursive whole (id) as (
                   select new.part_of_id
                   union
                   select e.part_of_id from event e join whole w on e.id = w.id where e.part_of_id is not null)
               select 1 from whole where id = new.id) then
        raise exception 'an event cannot be part of itself' using errcode = 'check_violation', constraint = 'event_part_of_cycle';
    end if;
    return new;
end $$;
create trigger event_part_of_cycle before insert or update of part_of_id on event
    for each row when (new.part_of_id is not null) execute function refuse_part_of_cycle();

create table meeting (
    id         uuid primary key,
    event_type varchar(20) not null default 'meeting' check (event_type = 'meeting'),
    foreign key (id, event_type) references event (id, event_type)
);

create table summit (
    id                     uuid primary key,
    event_type             varchar(20) not null default 'summit' check (event_type = 'summit'),
    host_id                uuid,
    host_type              varchar(20) check (host_type in ('state', 'organization')),
    organizer_id           uuid,
    organizer_type         varchar(20) check (organizer_type in ('state', 'organization')),
    countries_reported     integer check (countries_reported between 0 and 1000),
    represented_by_leaders integer check (represented_by_leaders between 0 and 1000),
    foreign key (id, event_type) references event (id, event_type),
    foreign key (host_id, host_type) references record (id, record_type),
    foreign key (organizer_id, organizer_type) references record (id, record_type),
    check ((host_id is null) = (host_type is null)),
    check ((organizer_id is null) = (organizer_type is null)),
    constraint summit_counts_in_order check (represented_by_leaders <= countries_reported)
);
create index summit_by_host on summit (host_id);
create index summit_by_organizer on summit (organizer_id);

create table declaration (
    id          uuid primary key,
    event_type  varchar(20) not null default 'declaration' check (event_type = 'declaration'),
    text_status varchar(20) check (text_status in ('draft', 'adopted', 'signed', 'in-force', 'superseded', 'withdrawn', 'unknown')),
    foreign key (id, event_type) references event (id, event_type)
);

create table excerpt (
    declaration_id uuid           not null references declaration (id) on delete cascade,
    ordinal        integer        not null check (ordinal >= 0),
    lang           varchar(35)    not null,
    text           varchar(10000) not null check (text <> ''),
    original       boolean        not null,
    primary key (declaration_id, ordinal)
);

create table event_relation (
    event_id  uuid        not null references event (id) on delete cascade,
    ordinal   integer     not null check (ordinal >= 0),
    relation  varchar(20) not null check (relation in ('prepares', 'follows', 'implements', 'responds-to', 'reschedules')),
    target_id uuid        not null references event (id),
    primary key (event_id, ordinal),
    constraint event_relation_once unique (event_id, relation, target_id),
    constraint event_relation_not_to_itself check (event_id <> target_id)
);
create index event_relation_by_target on event_relation (target_id);

create table schedule_revision (
    event_id       uuid        not null references event (id) on delete cascade,
    sequence       integer     not null check (sequence > 0),
    start_edtf     varchar(40),
    start_earliest date,
    start_latest   date,
    start_time     time,
    start_day_part varchar(20),
    start_zone     varchar(60),
    end_edtf       varchar(40),
    end_earliest   date,
    end_latest     date,
    end_time       time,
    end_day_part   varchar(20),
    end_zone       varchar(60),
    replaced_at    timestamptz not null,
    reason         varchar(500),
    primary key (event_id, sequence)
);

-- ------------------------------------------------------------------------------------------------ who took part, signed, owes

create table participation (
    id                    uuid primary key,
    record_type           varchar(20) not null default 'participation' check (record_type = 'participation'),
    event_id              uuid        not null references event (id),
    actor_id              uuid,
    actor_type            varchar(20) check (actor_type in ('person', 'state', 'organization')),
    reported_name         varchar(500),
    reported_name_lang    varchar(35),
    role                  varchar(20) not null check (role in ('host', 'chair', 'principal', 'head-of-delegation', 'delegate', 'mediator',
                              'speaker', 'issuer', 'signatory', 'observer', 'guest', 'staff')),
    attendance            varchar(20) not null check (attendance in ('invited', 'expected', 'confirmed', 'attended', 'partially-attended',
                              'absent', 'declined', 'unknown')),
    mode                  varchar(20) check (mode in ('in-person', 'video', 'phone', 'written', 'represented')),
    on_behalf_of_id       uuid,
    on_behalf_of_type     varchar(20) check (on_behalf_of_type in ('state', 'organization')),
    delegation_id         uuid references organization (id),
    ordinal               integer     not null check (ordinal between 0 and 10000),
    -- frozen when written: titles and functions are copies, and stay when the holding changes or goes
    capacity_basis        varchar(10) not null check (capacity_basis in ('asserted', 'inferred', 'ambiguous', 'none')),
    capacity_title        varchar(500),
    capacity_title_lang   varchar(35),
    capacity_title_asserted boolean   not null,
    capacity_occupancy_id uuid references occupancy (id) on delete set null,
    capacity_occupancy_asserted boolean not null,
    capacity_position_id  uuid references position (id),
    capacity_functions    varchar(40)[] not null,
    capacity_standing     varchar(10) check (capacity_standing in ('leader', 'official', 'none')),
    foreign key (id, record_type) references record (id, record_type),
    foreign key (actor_id, actor_type) references record (id, record_type),
    foreign key (on_behalf_of_id, on_behalf_of_type) references record (id, record_type),
    check ((actor_id is null) = (actor_type is null)),
    check ((on_behalf_of_id is null) = (on_behalf_of_type is null)),
    check (capacity_title is null or capacity_title_lang is not null),
    constraint participation_of_somebody check (actor_id is not null or reported_name is not null),
    constraint participation_taken unique (event_id, actor_id, role)
);
create index participation_by_event on participation (event_id, ordinal, id);
create index participation_by_actor on participation (actor_id, event_id);
create index participation_by_behalf on participation (on_behalf_of_id, event_id);
create index participation_by_role on participation (role, event_id);
create index participation_by_delegation on participation (delegation_id);
create index participation_by_position on participation (capacity_position_id);
create index participation_by_occupancy on participation (capacity_occupancy_id);

create table signature (
    id                    uuid primary key,
    record_type           varchar(20) not null default 'signature' check (record_type = 'signature'),
    declaration_id        uuid        not null references declaration (id),
    actor_id              uuid        not null,
    actor_type            varchar(20) not null check (actor_type in ('person', 'state', 'organization')),
    on_behalf_of_id       uuid,
    on_behalf_of_type     varchar(20) check (on_behalf_of_type in ('state', 'organization')),
    action                varchar(20) not null check (action in ('signed', 'initialled', 'endorsed', 'joined', 'ratified', 'reserved', 'withdrew')),
    date_edtf             varchar(40),
    date_earliest         date,
    date_latest           date,
    date_key              date        not null generated always as (coalesce(date_earliest, 'infinity'::date)) stored,
    capacity_basis        varchar(10) not null check (capacity_basis in ('asserted', 'inferred', 'ambiguous', 'none')),
    capacity_title        varchar(500),
    capacity_title_lang   varchar(35),
    capacity_title_asserted boolean   not null,
    capacity_occupancy_id uuid references occupancy (id) on delete set null,
    capacity_occupancy_asserted boolean not null,
    capacity_position_id  uuid references position (id),
    capacity_functions    varchar(40)[] not null,
    capacity_standing     varchar(10) check (capacity_standing in ('leader', 'official', 'none')),
    foreign key (id, record_type) references record (id, record_type),
    foreign key (actor_id, actor_type) references record (id, record_type),
    foreign key (on_behalf_of_id, on_behalf_of_type) references record (id, record_type),
    check ((on_behalf_of_id is null) = (on_behalf_of_type is null)),
    check (capacity_title is null or capacity_title_lang is not null),
    check (date_earliest <= date_latest),
    constraint signature_taken unique nulls not distinct (declaration_id, actor_id, action, date_edtf)
);
create index signature_by_declaration on signature (declaration_id, date_key, id);
create index signature_by_actor on signature (actor_id);
create index signature_by_behalf on signature (on_behalf_of_id);
create index signature_by_position on signature (capacity_position_id);
create index signature_by_occupancy on signature (capacity_occupancy_id);

create table commitment (
    id                        uuid primary key,
    record_type               varchar(20)   not null default 'commitment' check (record_type = 'commitment'),
    declaration_id            uuid          not null references declaration (id),
    obligor_id                uuid,
    obligor_type              varchar(20) check (obligor_type in ('person', 'state', 'organization')),
    obligor_reported_name     varchar(500),
    beneficiary_id            uuid,
    beneficiary_type          varchar(20) check (beneficiary_type in ('person', 'state', 'organization')),
    beneficiary_reported_name varchar(500),
    text                      varchar(4000) not null check (text <> ''),
    lang                      varchar(35)   not null,
    translation               varchar(4000),
    due_edtf                  varchar(40),
    due_earliest              date,
    due_latest                date,
    due_key                   date          not null generated always as (coalesce(due_earliest, 'infinity'::date)) stored,
    condition                 varchar(2000),
    status                    varchar(20)   not null check (status in ('pending', 'in-progress', 'fulfilled', 'partial', 'breached',
                                  'superseded', 'unknown')),
    foreign key (id, record_type) references record (id, record_type),
    foreign key (obligor_id, obligor_type) references record (id, record_type),
    foreign key (beneficiary_id, beneficiary_type) references record (id, record_type),
    check ((obligor_id is null) = (obligor_type is null)),
    check ((beneficiary_id is null) = (beneficiary_type is null)),
    check (due_earliest <= due_latest)
);
create index commitment_by_declaration on commitment (declaration_id, due_key, id);
create index commitment_by_obligor on commitment (obligor_id);
create index commitment_by_beneficiary on commitment (beneficiary_id);

-- ------------------------------------------------------------------------------------------------ the service

-- Keys that the service makes for itself at its first start, so that all instances share them and none is a default.
create table service_key (
    name       varchar(40) primary key,
    value      bytea       not null,
    created_at timestamptz not null
);
