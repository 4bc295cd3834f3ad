-- Who is told of changes, and what they are told.

create table webhook (
    id                    uuid         primary key,
    version               integer      not null check (version > 0),
    created_at            timestamptz  not null,
    updated_at            timestamptz  not null,
    url                   varchar(2000) not null check (length(url) > 0),
    description           varchar(1000) check (length(description) > 0),
    -- none for all
    record_types          varchar(40)[] not null,
    -- null while it is enabled
    disabled_reason       varchar(40) check (disabled_reason in ('requested', 'gone', 'failing')),
    disabled_at           timestamptz,
    -- it has to sign, so that a digest would not do
    secret                bytea        not null,
    previous_secret       bytea,
    previous_secret_until timestamptz,
    -- deliveries were made of the log of changes up to here
    position              bigint       not null,
    failing_since         timestamptz,
    check ((disabled_reason is null) = (disabled_at is null)),
    check ((previous_secret is null) = (previous_secret_until is null))
);

create table webhook_delivery (
    id               uuid        primary key,
    webhook_id       uuid        not null references webhook (id) on delete cascade,
    -- of the change in the log; null for what is about none
    position         bigint,
    -- each attempt sends the same bytes
    body             text        not null,
    state            varchar(40) not null check (state in ('pending', 'delivered', 'failed')),
    attempts         integer     not null,
    created_at       timestamptz not null,
    last_attempt_at  timestamptz,
    -- while somebody sends it: when their lease ends
    next_attempt_at  timestamptz,
    response_status  integer,
    failure          varchar(200),
    -- no change is delivered twice, whoever makes the deliveries
    unique (webhook_id, position),
    check ((state = 'pending') = (next_attempt_at is not null))
);
create index webhook_delivery_due on webhook_delivery (webhook_id, next_attempt_at, id) where state = 'pending';
create index webhook_delivery_log on webhook_delivery (webhook_id, id);
create index webhook_delivery_ended on webhook_delivery (created_at) where state <> 'pending';
