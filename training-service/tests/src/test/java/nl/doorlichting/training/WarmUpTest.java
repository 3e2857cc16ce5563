package nl.doorlichting.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import nl.doorlichting.platform.warmup.WarmUp;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WarmUpTest {
    @Inject
    @All
    List<WarmUp> work;

    @Test
    void worksWithoutACaller() throws Exception {
        assertEquals(1, work.size());
        for (var turn = 0; turn < 3; turn++) {
            work.get(0).once();
        }
    }
}
