package nl.doorlichting.reporting.imports;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How imports are handled. */
@ConfigMapping(prefix = "doorlichting.imports")
interface ImportConfig {
    /** How often each instance looks for work: a duration, or off. */
    @WithDefault("1s")
    String every();

    /** How long a worker that says nothing is believed to be alive. */
    @WithDefault("60S")
    Duration lease();

    /** How many rows are checked and kept in one step; what a kill loses. */
    @WithDefault("5000")
    int batch();

    /** How often an import is tried again after it broke off for another reason than its rows. */
    @WithDefault("5")
    int attempts();
}
