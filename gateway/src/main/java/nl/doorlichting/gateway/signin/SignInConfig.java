package nl.doorlichting.gateway.signin;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** The gateway as a client of the identity provider. Without an id nobody can sign in, and the page has no link for it. */
@ConfigMapping(prefix = "doorlichting.sign-in")
interface SignInConfig {
    /** Id of the client at the provider. */
    Optional<String> clientId();

    /** Its secret. The keys of the cookies are derived from it, so that another secret ends all sessions. */
    Optional<String> clientSecret();

    /** Public address of the gateway, without {@code /review}. The provider leads back to it. */
    Optional<URI> address();
}
