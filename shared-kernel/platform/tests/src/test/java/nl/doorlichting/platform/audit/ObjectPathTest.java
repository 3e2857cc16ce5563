package nl.doorlichting.platform.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectPathTest {
    private static final String AWARD = "/v1/awards/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/conditions";

    @ParameterizedTest
    @ValueSource(
            strings = {
                AWARD,
                "/v1/awards/%30190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/conditions",
                "/v1/awards/0190A1B2-C3D4-7E5F-8A9B-0C1D2E3F4A5B/conditions",
                "/v1/awards/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b;x=y/condition%73"
            })
    void normalisesPathOfObject(String written) {
        assertEquals(AWARD, ObjectPath.of(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/programmes/A+B", "/v1/programmes/APR-2007-2011"})
    void keepsCodeInPath(String written) {
        assertEquals(written, ObjectPath.of(written));
    }
}
