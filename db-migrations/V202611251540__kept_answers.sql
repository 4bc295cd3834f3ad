-- Answers of requests with an Idempotency-Key, written in the transaction of what they speak of: a request that is sent again
-- after its answer was lost gets it from here.
create table kept_answer (
    principal        varchar(300) not null,
    key              varchar(200) not null check (key <> ''),
    -- SHA-256 of operation, path, query and body: the same key with another one is a mistake
    fingerprint      bytea        not null check (length(fingerprint) = 32),
    status           integer      not null check (status between 200 and 299),
    etag             text,
    location         text,
    content_language text,
    body             text         not null,
    expires_at       timestamptz  not null,
    primary key (principal, key)
);
create index kept_answer_by_expiry on kept_answer (expires_at);
