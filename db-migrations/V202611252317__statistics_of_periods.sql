-- Where a few events have no first day, each bin of the statistics may reach back for ever: what happened until an early day was taken
-- for a hundredth of all events, and looked for by reading these in their order. In thin bins it is a thousandth, and the index on
-- periods serves.
alter table event alter column period set statistics 1000;
analyze event;
