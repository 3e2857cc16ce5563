package nl.doorlichting.platform.identity;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPublicKeyTest {
    private final LocalPublicKey key = new LocalPublicKey(Optional.of("MIIB"));

    @ParameterizedTest
    @ValueSource(strings = {"prod", "dev", "staging", "local,prod", "prod,test"})
    void rejectsLocalKeyInOtherProfiles(String profiles) {
        var refusal = assertThrows(ConfigurationException.class, () -> key.check(List.of(profiles.split(","))));
        assertEquals(
                "quarkus.oidc.public-key (QUARKUS_OIDC_PUBLIC_KEY) is a key for the local launcher and is refused in the"
                        + " profile " + profiles + ": remove it, and name the identity provider with"
                        + " DOORLICHTING_ISSUER",
                refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "test"})
    void acceptsLocalKeyInLocalAndTestProfiles(String profile) {
        assertDoesNotThrow(() -> key.check(List.of(profile)));
    }

    @Test
    void startsWithoutLocalKeyInProduction() {
        assertDoesNotThrow(() -> new LocalPublicKey(Optional.empty()).check(List.of("prod")));
    }
}
