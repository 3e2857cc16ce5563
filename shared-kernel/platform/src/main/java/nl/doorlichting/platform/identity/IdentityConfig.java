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

    /** How often the provider is asked while it answers: a key that it withdrew is refused after this time at most. */
    Duration askEvery();

    /** How long after a question to the provider the next one is sent at the soonest. */
    Duration askAgainAfter();

    /** How long the provider may take. */
    Duration answerWithin();
}
