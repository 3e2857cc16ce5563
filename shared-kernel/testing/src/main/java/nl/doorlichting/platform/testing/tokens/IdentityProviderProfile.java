package nl.doorlichting.platform.testing.tokens;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;

/** Tokens are judged as in production: by the keys of a provider, and not by the tests' own key. */
public class IdentityProviderProfile implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(FakeIdentityProvider.class));
    }

    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }
}
