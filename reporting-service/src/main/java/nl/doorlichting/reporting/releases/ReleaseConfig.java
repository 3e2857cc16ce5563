package nl.doorlichting.reporting.releases;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Settings of releases. */
@ConfigMapping(prefix = "doorlichting.releases")
public interface ReleaseConfig {
    /**
     * The secret of rounding: 32 random bytes in base64, the same in all instances and for all releases. Without it no
     * release is made.
     */
    Optional<String> roundingSecret();

    /** How often each instance looks for a release to verify: a duration, or off. */
    @WithDefault("10m")
    String every();

    /** How old the last verification of a release may be. */
    @WithDefault("24H")
    Duration verifiedWithin();
}
