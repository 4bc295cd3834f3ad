-- Names are found under every spelling: their transliterations are made by the service (ICU, class NameKeys) when a name is
-- written, not when somebody searches. Names that were there before get theirs when the service starts.

create extension if not exists pg_trgm;

create table name_key (
    record_id   uuid         not null,
    ordinal     integer      not null,
    position    smallint     not null check (position >= 0),
    record_type varchar(20)  not null,
    -- how the key came about: the name's own letters, a system of transliteration, or how it sounds
    method      varchar(20)  not null check (method in ('as-written', 'latin', 'kmu-2010', 'bgn-pcgn', 'iso-9', 'russian', 'sound')),
    -- of the rules that made it; a name without keys of the current version gets new ones
    version     smallint     not null check (version > 0),
    key         varchar(500) collate "C" not null check (key <> ''),
    primary key (record_id, ordinal, position),
    -- a name that goes takes its keys along
    foreign key (record_id, ordinal) references name (record_id, ordinal) on delete cascade,
    foreign key (record_id, record_type) references record (id, record_type)
);
create index name_key_by_key on name_key (key, record_type);

-- Whole words and beginnings of words, and what is written much alike. Only of how names sound: that is one or two keys a name,
-- and the same for most spellings. Events apart, or the 200,000 that mention a person would hide the person.
create index name_key_by_entity_word on name_key using gin (array_to_tsvector(string_to_array(key, ' ')))
    with (gin_pending_list_limit = 1024)
    where method = 'sound' and record_type in ('person', 'state', 'organization', 'position', 'series');
create index name_key_by_event_word on name_key using gin (array_to_tsvector(string_to_array(key, ' ')))
    with (gin_pending_list_limit = 1024)
    where method = 'sound' and record_type in ('meeting', 'summit', 'declaration');
create index name_key_by_entity_likeness on name_key using gin (key gin_trgm_ops)
    with (gin_pending_list_limit = 1024)
    where method = 'sound' and record_type in ('person', 'state', 'organization', 'position', 'series');
create index name_key_by_event_likeness on name_key using gin (key gin_trgm_ops)
    with (gin_pending_list_limit = 1024)
    where method = 'sound' and record_type in ('meeting', 'summit', 'declaration');
