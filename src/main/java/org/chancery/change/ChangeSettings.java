package org.chancery.change;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Configuration of the log and of what follows it. */
@ConfigMapping(prefix = "chancery.changes")
interface ChangeSettings {
    /** How long changes stay in the log; for ever where it is not set. The revisions of the records stay in any case. */
    Optional<Duration> retention();

    /** How often an instance that somebody follows looks for changes. */
    @WithDefault("500ms")
    Duration poll();

    /** Event streams of one instance at a time; whoever comes then is sent away with 503. */
    @WithDefault("1000")
    int streams();

    /** How often a stream shows that it lives. */
    @WithDefault("15s")
    Duration heartbeat();
}
