package nl.doorlichting.domain.releases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.doorlichting.domain.disclosure.DisclosedCount;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Key;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import org.junit.jupiter.api.Test;

class ReleaseCellTest {
    private static final CellKey KEY = CellKey.of(
            "source",
            "INVENTORY",
            Key.ALL.with(Dimension.PERIOD, Period.ofYears(2007, 2009)).with(Dimension.TARGET_GROUP, TargetGroup.OTHER));

    @Test
    void keyOfRowHasItsTexts() {
        assertEquals("source=INVENTORY;period=2007-2009;targetGroup=OTHER", KEY.text());
        assertEquals("2007-2009", KEY.get("period"));
        assertEquals(null, KEY.get("track"));
    }

    @Test
    void noneInParticularDiffersFromEveryValue() {
        CellKey none = CellKey.of("source", "INVENTORY", Key.ALL.with(Dimension.MUNICIPALITY, null));
        assertEquals("source=INVENTORY;municipality", none.text());
        assertThrows(IllegalArgumentException.class, () -> new CellKey(List.of("municipality"), List.of("")));
    }

    @Test
    void canonicalBytesAreOneLineOfWhatIsShown() {
        assertEquals(
                "source=INVENTORY;period=2007-2009;targetGroup=OTHER|15|||ROUNDED_5\n",
                line(ReleaseCell.of(KEY, DisclosedCount.rounded(15))));
        assertEquals(
                "source=INVENTORY;period=2007-2009;targetGroup=OTHER||1|4|SMALL\n",
                line(ReleaseCell.of(KEY, DisclosedCount.SMALL)));
        assertEquals(
                "source=INVENTORY;period=2007-2009;targetGroup=OTHER|1250.00||\n",
                line(new ReleaseCell(KEY, Arrays.asList(new BigDecimal("1250.00"), null), null)));
    }

    @Test
    void refusesValuesThatCouldBeTwoKeysOrTwoLines() {
        for (String value : List.of("a=b", "a;b", "a|b", "a\nb")) {
            assertThrows(IllegalArgumentException.class, () -> new CellKey(List.of("projectId"), List.of(value)));
        }
        assertThrows(IllegalArgumentException.class, () -> new ReleaseCell(KEY, List.of(1.5), null));
    }

    @Test
    void checksumIsOverWhatIsShown() {
        List<ReleaseCell> hidden = List.of(ReleaseCell.of(KEY, DisclosedCount.SMALL));
        List<ReleaseCell> rounded = List.of(ReleaseCell.of(KEY, DisclosedCount.rounded(5)));
        assertEquals(
                "b0fe39d3fde1d8d135b7462f91f430d9",
                Checksum.of(hidden.iterator()).substring(0, 32));
        assertNotEquals(Checksum.of(hidden.iterator()), Checksum.of(rounded.iterator()));
    }

    @Test
    void equalKeysAreOneKey() {
        Map<CellKey, String> keys = new HashMap<>();
        keys.put(KEY, "a");
        keys.put(new CellKey(KEY.dimensions(), KEY.values()), "b");
        assertEquals(Map.of(KEY, "b"), keys);
    }

    private static String line(ReleaseCell cell) {
        return new String(cell.canonicalBytes(), UTF_8);
    }
}
