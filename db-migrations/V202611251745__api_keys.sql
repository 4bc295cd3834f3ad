-- Who may write. Of a key's secret the database has the SHA-256 only: 32 random bytes need no slow hash.

create table api_key (
    id           uuid primary key,
    name         varchar(200)  not null check (name <> ''),
    scopes       varchar(40)[] not null check (scopes <@ array['registry:write', 'registry:admin']::varchar[]),
    secret_hash  bytea         not null check (length(secret_hash) = 32),
    created_at   timestamptz   not null,
    created_by   varchar(300)  not null check (created_by <> ''),
    expires_at   timestamptz check (expires_at > created_at),
    -- within minutes: a key that is used all the time is not written all the time
    last_used_at timestamptz,
    revoked_at   timestamptz,
    revoked_by   varchar(300) check (revoked_by <> ''),
    check ((revoked_at is null) = (revoked_by is null))
);

-- a subject of OpenID Connect has up to 255 characters
alter table revision alter column author type varchar(300);
