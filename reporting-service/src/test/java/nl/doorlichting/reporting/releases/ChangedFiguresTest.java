package nl.doorlichting.reporting.releases;

import static nl.doorlichting.domain.releases.ChangeReason.CORRECTION;
import static nl.doorlichting.domain.releases.ChangeReason.NEW;
import static nl.doorlichting.domain.releases.ChangeReason.RECLASSIFIED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangedFiguresTest {
    private static final boolean BEFORE = false;
    private static final boolean SINCE = true;

    @Test
    void givesNewFigureInItsCells() {
        var changed = ChangedFigures.of(List.<Object[]>of(version("a", SINCE, "LOCAL", "GM0988")));
        assertEquals(Optional.of(NEW), changed.reasonFor(Map.of("track", "LOCAL")));
        assertEquals(Optional.of(NEW), changed.reasonFor(Map.of("period", "2010", "municipality", "GM0988")));
        assertEquals(Optional.empty(), changed.reasonFor(Map.of("track", "NATIONAL")));
        assertEquals(Optional.empty(), changed.reasonFor(Map.of("period", "2009")));
    }

    @Test
    void givesCorrectedFigureInItsCells() {
        var changed =
                ChangedFigures.of(List.of(version("a", BEFORE, "LOCAL", null), version("a", SINCE, "LOCAL", null)));
        assertEquals(Optional.of(CORRECTION), changed.reasonFor(Map.of("track", "LOCAL", "year", "2010")));
    }

    @Test
    void givesMovedFigureInItsOldAndNewCell() {
        var changed =
                ChangedFigures.of(List.of(version("a", BEFORE, "LOCAL", null), version("a", SINCE, "NATIONAL", null)));
        assertEquals(Optional.of(RECLASSIFIED), changed.reasonFor(Map.of("track", "LOCAL")));
        assertEquals(Optional.of(RECLASSIFIED), changed.reasonFor(Map.of("track", "NATIONAL")));
    }

    @Test
    void givesMostTellingOfSeveralReasons() {
        var changed = ChangedFigures.of(List.of(
                version("a", SINCE, "LOCAL", null),
                version("b", BEFORE, "LOCAL", null),
                version("b", SINCE, "LOCAL", null)));
        assertEquals(Optional.of(CORRECTION), changed.reasonFor(Map.of("track", "LOCAL")));
    }

    @Test
    void countsFigureWithoutPlaceInRowOfNone() {
        var changed = ChangedFigures.of(List.<Object[]>of(version("a", SINCE, "LOCAL", null)));
        var none = new HashMap<String, String>();
        none.put("municipality", null);
        assertEquals(Optional.of(NEW), changed.reasonFor(none));
    }

    private static Object[] version(String figure, boolean since, String track, String municipality) {
        return new Object[] {
            figure,
            since,
            LocalDate.of(2010, 1, 1),
            LocalDate.of(2011, 1, 1),
            "OTHER",
            track,
            null,
            null,
            null,
            "",
            municipality
        };
    }
}
