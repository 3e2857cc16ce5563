package nl.doorlichting.domain.releases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import nl.doorlichting.domain.disclosure.DisclosedCount;
import nl.doorlichting.domain.releases.ReleaseTable.Column;
import org.junit.jupiter.api.Test;

class ReleaseCsvTest {
    private static final ReleaseTable TABLE = new ReleaseTable(
            "test",
            List.of(
                    Column.dimension("source"),
                    Column.dimension("projectId"),
                    Column.measure("best"),
                    Column.measure("lowest"),
                    Column.measure("highest"),
                    Column.dimension("track")));

    @Test
    void columnsOfReachAreFixed() throws IOException {
        // A column that is new is appended; no other edit of this line is right.
        assertEquals(
                "dimensions,disclosure,source,period,year,targetGroup,track,actionLine,fundingInstrument,boundaries,"
                        + "municipality,province,projectId,organisationId,from,best,lowest,highest\r\n",
                csv(ReleaseTable.REACH));
    }

    @Test
    void emptyFieldIsNull() throws IOException {
        CellKey none = new CellKey(List.of("source", "projectId"), Arrays.asList("INVENTORY", null));
        CellKey total = new CellKey(List.of("source"), List.of("INVENTORY"));
        assertEquals(
                "dimensions,disclosure,source,projectId,best,lowest,highest,track\r\n"
                        + "\"source,projectId\",SMALL,INVENTORY,,,1,4,\r\n"
                        + "source,,INVENTORY,,12,12,12,\r\n"
                        + "source,ROUNDED_5,INVENTORY,,15,,,\r\n",
                csv(
                        TABLE,
                        ReleaseCell.of(none, DisclosedCount.SMALL),
                        ReleaseCell.of(total, DisclosedCount.exact(12)),
                        ReleaseCell.of(total, DisclosedCount.rounded(15))));
    }

    @Test
    void quotesSpecialCharacters() throws IOException {
        CellKey key = new CellKey(List.of("projectId"), List.of("Wij, \"het\" café"));
        assertTrue(csv(TABLE, ReleaseCell.of(key, DisclosedCount.rounded(5)))
                .endsWith("projectId,ROUNDED_5,,\"Wij, \"\"het\"\" café\",5,,,\r\n"));
    }

    @Test
    void refusesCellOfAnotherTable() {
        CellKey key = new CellKey(List.of("province"), List.of("31"));
        assertThrows(IllegalArgumentException.class, () -> csv(TABLE, ReleaseCell.of(key, DisclosedCount.rounded(5))));
    }

    @Test
    void writesWhileItReads() throws IOException {
        Checksum file = new Checksum(OutputStream.nullOutputStream());
        ReleaseCsv csv = new ReleaseCsv(ReleaseTable.REACH, file);
        CellKey key = new CellKey(List.of("source", "municipality"), List.of("INVENTORY", "GM0988"));
        for (long row = 0; row < 10_000; row++) {
            csv.write(ReleaseCell.of(key, DisclosedCount.rounded(5 * row)));
        }
        long before = file.bytes();
        csv.finish();
        assertEquals(10_000, csv.rows());
        assertTrue(before > 0 && file.bytes() - before < 100_000, before + " of " + file.bytes());
        assertEquals(64, file.sha256().length());
    }

    private static String csv(ReleaseTable table, ReleaseCell... cells) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReleaseCsv csv = new ReleaseCsv(table, out);
        for (ReleaseCell cell : cells) {
            csv.write(cell);
        }
        csv.finish();
        return out.toString(UTF_8);
    }
}
