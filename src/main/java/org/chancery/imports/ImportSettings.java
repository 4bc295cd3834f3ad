package org.chancery.imports;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Configuration of imports. */
@ConfigMapping(prefix = "chancery.imports")
interface ImportSettings {
    /** Whether this instance works on imports; it takes their files either way. */
    @WithDefault("true")
    boolean work();

    /** How often it looks for imports whose files other instances took, or that others left. */
    @WithDefault("2S")
    Duration poll();

    /** How long an import that ended can be read. */
    @WithDefault("30D")
    Duration retention();

    /** The largest file, at most 1 GiB. */
    @WithDefault("1G")
    MemorySize maxSize();
}
