-- /v1/commitments: what is due next, of all or of those in a status
create index commitment_by_due on commitment (due_key, id);
create index commitment_by_status on commitment (status, due_key, id);
