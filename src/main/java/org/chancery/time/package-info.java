/**
 * Dates of any precision (EDTF, ISO 8601-2:2019) and the local wall times of events.
 *
 * <p>What is unknown is null here, never a sentinel date; a date without a time is never given a midnight.
 */
package org.chancery.time;
