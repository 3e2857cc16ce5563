package nl.doorlichting.domain.releases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import nl.doorlichting.domain.releases.ChangeReason.Counted;
import org.junit.jupiter.api.Test;

class ChangeReasonTest {
    private static final Counted<String> LOCAL = new Counted<>("LOCAL", 10);

    @Test
    void followsFromWhatRecordStatesAndCountsAtTwoInstants() {
        assertEquals(Optional.of(ChangeReason.NEW), ChangeReason.between(null, LOCAL));
        assertEquals(Optional.of(ChangeReason.WITHDRAWN), ChangeReason.between(LOCAL, null));
        assertEquals(Optional.of(ChangeReason.CORRECTION), ChangeReason.between(LOCAL, new Counted<>("LOCAL", 11)));
        assertEquals(
                Optional.of(ChangeReason.RECLASSIFIED), ChangeReason.between(LOCAL, new Counted<>("NATIONAL", 11)));
        assertEquals(Optional.empty(), ChangeReason.between(LOCAL, new Counted<>("LOCAL", 10)));
        assertEquals(Optional.empty(), ChangeReason.between(null, null));
    }
}
