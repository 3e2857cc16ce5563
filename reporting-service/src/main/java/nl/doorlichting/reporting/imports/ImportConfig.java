package nl.doorlichting.reporting.imports;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of imports. */
@ConfigMapping(prefix = "doorlichting.imports")
interface ImportConfig {
    /** How often each instance looks for work: a duration, or off. */
    @WithDefault("1s")
    String every();

    /** How long a worker keeps an import without progress. */
    @WithDefault("60S")
    Duration lease();

    /** How many rows one step checks; a killed worker loses at most these. */
    @WithDefault("5000")
    int batch();

    /** How often an import that breaks off for another reason than its rows is tried. */
    @WithDefault("5")
    int attempts();
}
