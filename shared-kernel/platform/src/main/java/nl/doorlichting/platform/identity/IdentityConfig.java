package nl.doorlichting.platform.identity;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Set;

/**
 * How the keys of the identity provider are fetched. The defaults and their reasons are in the properties of the
 * platform.
 */
@ConfigMapping(prefix = "doorlichting.identity")
interface IdentityConfig {
    /** The signature algorithms that a token may have, of those that the provider's key is for. */
    Set<String> algorithms();

    /** How long keys stay valid after the provider last answered. */
    Duration keysValidFor();

    /** The interval of requests to the provider while it answers. A withdrawn key is rejected after this time at most. */
    Duration askEvery();

    /** The shortest time between two requests to the provider. */
    Duration askAgainAfter();

    /** How long the provider may take. */
    Duration answerWithin();
}
