package nl.doorlichting.gateway.review;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReviewWarmUpTest {
    @Inject
    ReviewWarmUp warmUp;

    /** Of examples of the contract, which the build keeps as they are answered. */
    @Test
    void drawsPicturesInBothLanguages() {
        var drawn = warmUp.draw();
        assertTrue(drawn >= 16, "only " + drawn);
    }
}
