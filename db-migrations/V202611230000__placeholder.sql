-- Placeholder: proves that the migrations run. Replaced by the first schema.
CREATE TABLE placeholder (id uuid PRIMARY KEY);
