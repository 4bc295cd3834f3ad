-- The connections of the service end long statements; a migration of a large registry is one. Of this transaction alone.
set local statement_timeout = 0;
