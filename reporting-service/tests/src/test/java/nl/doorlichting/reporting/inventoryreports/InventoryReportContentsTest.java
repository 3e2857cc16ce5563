package nl.doorlichting.reporting.inventoryreports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class InventoryReportContentsTest {
    private final InventoryReportContents contents = new InventoryReportContents(new ObjectMapper());

    /** Release 0.1.0 refuses a field that it does not know, so that only a report in another language than Dutch has it. */
    @Test
    void languageIsKeptWhereItIsStated() {
        var unstated = contents.read("{\"title\":\"t\"}");
        assertEquals("nl", unstated.language());
        assertFalse(contents.write(unstated).contains("language"));
        assertEquals(unstated, contents.read(contents.write(unstated)));
        var english = contents.read("{\"title\":\"t\",\"language\":\"en\"}");
        assertEquals(english, contents.read(contents.write(english)));
        assertEquals("en", contents.read(contents.write(english)).language());
    }

    @Test
    void ignoresFieldOfLaterRelease() {
        assertEquals("t", contents.read("{\"title\":\"t\",\"later\":1}").title());
    }
}
