package nl.doorlichting.gateway.signin;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * What the configuration says of the client, checked.
 *
 * @param address public address of the gateway, without a slash at its end
 */
record SignInSettings(String clientId, String clientSecret, URI address) {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * The settings; empty where nobody can sign in.
     *
     * @throws IllegalArgumentException if they are not whole, or if the address would send cookies in the clear
     */
    static Optional<SignInSettings> of(SignInConfig config) {
        if (config.clientId().isEmpty()) {
            return Optional.empty();
        }
        if (config.clientSecret().isEmpty() || config.address().isEmpty()) {
            throw new IllegalArgumentException("DOORLICHTING_SIGN_IN_CLIENT_ID needs DOORLICHTING_SIGN_IN_CLIENT_SECRET"
                    + " and DOORLICHTING_SIGN_IN_ADDRESS, the public address of the gateway");
        }
        var stated = config.address().get().toString();
        var address = URI.create(stated.endsWith("/") ? stated.substring(0, stated.length() - 1) : stated);
        if (!isSecure(address) && !("http".equals(address.getScheme()) && THIS_MACHINE.contains(address.getHost()))) {
            throw new IllegalArgumentException(
                    "DOORLICHTING_SIGN_IN_ADDRESS must begin with https://, except on this machine: " + address);
        }
        return Optional.of(new SignInSettings(
                config.clientId().get(), config.clientSecret().get(), address));
    }

    private static boolean isSecure(URI address) {
        return "https".equals(address.getScheme()) && address.getHost() != null;
    }

    boolean isSecure() {
        return isSecure(address);
    }

    /** Path of the page, as a browser has it. */
    String page() {
        return address.getPath() + "/review";
    }

    /** The address that the provider leads back to; it knows it from its own configuration too. */
    String returnAddress() {
        return address + "/review/sign-in/return";
    }
}
