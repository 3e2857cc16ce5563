package nl.doorlichting.platform.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CsvTableTest {
    private static final int ROWS = 3;

    private final AtomicInteger written = new AtomicInteger();

    /** All rows of a large table as JSON take more memory than all else that makes it. */
    @Test
    void makesRowOnceThoseBeforeAreWritten() {
        var parts = Stream.of(0, ROWS)
                .flatMap(first -> IntStream.range(first, first + ROWS).mapToObj(number -> {
                    assertEquals(number, written.get(), "rows that were written before");
                    return row(number);
                }));
        var table = new CsvTable(List.of("/number")).write(parts);
        assertEquals(
                "number 0 1 2 3 4 5",
                new String(table, StandardCharsets.UTF_8).strip().replaceAll("\\s+", " "));
    }

    /** With a value that counts when it is written. */
    private ObjectNode row(int number) {
        return JsonNodeFactory.instance.objectNode().putPOJO("number", new Object() {
            @Override
            public String toString() {
                written.incrementAndGet();
                return String.valueOf(number);
            }
        });
    }
}
