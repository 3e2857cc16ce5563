package nl.doorlichting.reporting.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import nl.doorlichting.platform.problems.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueCursorTest {
    private static final CatalogueCursor CURSOR = new CatalogueCursor(
            607927,
            Instant.parse("2011-01-31T09:00:00.123456Z"),
            UUID.fromString("01a20ad1-f123-7d97-ac11-fe51f222b85c"));

    @Test
    void readsItsOwnCursor() {
        assertEquals(CURSOR, CatalogueCursor.parse(CURSOR.encode()));
    }

    /** Each has the rank, the moment and the id of the one that was issued. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "+607927|2011-01-31T09:00:00.123456Z|01a20ad1-f123-7d97-ac11-fe51f222b85c",
                "607927|2011-01-31T10:00:00.123456+01:00|01a20ad1-f123-7d97-ac11-fe51f222b85c",
                "607927|2011-01-31T09:00:00.123456Z|1a20ad1-f123-7d97-ac11-fe51f222b85c",
                "607927|2011-01-31T09:00:00.123456Z|01A20AD1-f123-7d97-ac11-fe51f222b85c",
                "607927|2011-01-31T09:00:00.123456Z|01a20ad1-f123-7d97-ac11-fe51f222b85c|"
            })
    void refusesCursorThatIsWrittenOtherwise(String position) {
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
        assertThrows(ProblemException.class, () -> CatalogueCursor.parse(text));
    }

    @Test
    void refusesOtherBase64OfItsBytes() {
        var text = CURSOR.encode();
        assertEquals(3, text.length() % 4, "unused bits");
        assertThrows(ProblemException.class, () -> CatalogueCursor.parse(text + "="));
        var last = (char) (text.charAt(text.length() - 1) + 1);
        assertThrows(ProblemException.class, () -> CatalogueCursor.parse(text.substring(0, text.length() - 1) + last));
    }
}
