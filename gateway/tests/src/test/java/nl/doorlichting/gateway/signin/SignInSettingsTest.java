package nl.doorlichting.gateway.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInSettingsTest {
    private record Stated(Optional<String> clientId, Optional<String> clientSecret, Optional<URI> address)
            implements SignInConfig {}

    private static Optional<SignInSettings> settings(String id, String secret, String address) {
        return SignInSettings.of(new Stated(
                Optional.ofNullable(id),
                Optional.ofNullable(secret),
                Optional.ofNullable(address).map(URI::create)));
    }

    @Test
    void isOffWithoutClient() {
        assertTrue(settings(null, "secret", "https://doorlichting.example").isEmpty());
    }

    @Test
    void needsSecretAndAddress() {
        assertThrows(IllegalArgumentException.class, () -> settings("id", null, "https://doorlichting.example"));
        assertThrows(IllegalArgumentException.class, () -> settings("id", "secret", null));
    }

    /** Elsewhere the cookies would be readable on their way. */
    @ParameterizedTest
    @ValueSource(strings = {"http://doorlichting.example", "ftp://localhost", "doorlichting.example", "https:///x"})
    void refusesAddressInTheClear(String address) {
        assertThrows(IllegalArgumentException.class, () -> settings("id", "secret", address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080", "http://127.0.0.1:8080/", "http://[::1]:8080"})
    void cookiesAreNotSecureOnThisMachineOnly(String address) {
        assertTrue(!settings("id", "secret", address).orElseThrow().isSecure());
    }

    @Test
    void knowsWherePageIs() {
        var below = settings("id", "secret", "https://example.nl/figures/").orElseThrow();
        assertTrue(below.isSecure());
        assertEquals("/figures/review", below.page());
        assertEquals("https://example.nl/figures/review/sign-in/return", below.returnAddress());
        assertEquals(
                "/review",
                settings("id", "secret", "https://example.nl").orElseThrow().page());
    }
}
