package nl.doorlichting.gateway.reportcache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import nl.doorlichting.gateway.responses.ComputedBody;
import nl.doorlichting.platform.texts.Language;
import org.junit.jupiter.api.Test;

class RecentReportsTest {
    // As large as three of them, which take some 600 bytes beside their bodies.
    private static final int BODY = 3_000;

    private final RecentReports reports = new RecentReports(3 * (BODY + 700));

    @Test
    void thoseThatWereNotAskedForLongestMakeRoom() {
        IntStream.range(0, 3).forEach(this::keep);
        IntStream.range(0, 5).forEach(often -> assertTrue(isKept(1)));
        assertTrue(isKept(0));
        assertTrue(isKept(2));
        keep(3);
        assertFalse(isKept(1));
        assertEquals(List.of(0, 2, 3), kept());
    }

    @Test
    void reportTakesPlaceOfTheOneBefore() {
        IntStream.range(0, 100).forEach(again -> keep(0));
        keep(1);
        keep(2);
        assertEquals(List.of(0, 1, 2), kept());
        var latest = report(BODY);
        reports.keep(key(0), latest);
        assertSame(latest, reports.find(key(0)).orElseThrow());
    }

    @Test
    void reportThatIsTooLargeLeavesOthers() {
        IntStream.range(0, 3).forEach(this::keep);
        reports.keep(key(2), report(4 * BODY));
        assertEquals(List.of(0, 1), kept());
        keep(3);
        assertEquals(List.of(0, 1, 3), kept());
    }

    @Test
    void reportThatIsRemovedMakesRoom() {
        IntStream.range(0, 3).forEach(this::keep);
        reports.remove(key(1));
        reports.remove(key(7));
        keep(3);
        assertEquals(List.of(0, 2, 3), kept());
    }

    @Test
    void reportIsNotReplacedOnceAnotherTookItsPlace() {
        var first = report(BODY);
        reports.keep(key(0), first);
        var smaller = report(100);
        reports.replace(key(0), first, smaller);
        assertSame(smaller, reports.find(key(0)).orElseThrow());
        reports.replace(key(0), first, report(100));
        assertSame(smaller, reports.find(key(0)).orElseThrow());
        reports.replace(key(1), first, smaller);
        assertEquals(List.of(0), kept());
    }

    @Test
    void hasRoomUntilAQuarterIsTaken() {
        assertTrue(reports.hasRoom());
        reports.keep(key(0), report(1_000));
        assertTrue(reports.hasRoom());
        keep(1);
        assertFalse(reports.hasRoom());
    }

    private void keep(int number) {
        reports.keep(key(number), report(BODY));
    }

    private boolean isKept(int number) {
        return reports.find(key(number)).isPresent();
    }

    private List<Integer> kept() {
        return IntStream.range(0, 10).filter(this::isKept).boxed().toList();
    }

    private static ReportCacheKey key(int number) {
        return new ReportCacheKey("/" + number, "", "", null, "", Language.ENGLISH, "", "");
    }

    // Of bytes that compression makes no fewer.
    private static CachedReport report(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        var revisions = new CachedReport.Revisions(List.of(), List.of(), null);
        return new CachedReport(new ComputedBody(bytes, "\"e\"", Map.of(), null), revisions, false);
    }
}
