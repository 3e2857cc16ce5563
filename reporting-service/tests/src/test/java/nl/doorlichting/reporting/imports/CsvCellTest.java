package nl.doorlichting.reporting.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvCellTest {
    @Test
    void cellsMakeJsonOfRequest() {
        var cells =
                List.of("programme", "period.from", "place.municipalities", "reach.value", "note", "place.country")
                        .stream()
                        .map(CsvCell::of)
                        .toList();
        assertEquals(
                "{\"programme\":\"P\",\"note\":\"a \\\"b\\\"\\n\",\"period\":{\"from\":\"2011-01-01\"},"
                        + "\"reach\":{\"value\":5},\"place\":{\"municipalities\":[\"GM0363\",\"GM0988\"]}}",
                CsvCell.document(cells, List.of("P", "2011-01-01", "GM0363  GM0988", "5", "a \"b\"\n", "")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "0, 0",
        "7, 7",
        "-1, -1",
        "1.5, 1.5",
        "007, '\"007\"'",
        "1., '\"1.\"'",
        ".5, '\".5\"'",
        "1e3, 1e3",
        "-1.5E+3, -1.5E+3",
        "1e-3, 1e-3",
        "1e, '\"1e\"'",
        "1e+, '\"1e+\"'",
        "e3, '\"e3\"'",
        "+1, '\"+1\"'",
        "1234567890123456789012345678901234, 1234567890123456789012345678901234",
        "1 000, '\"1 000\"'",
        "-, '\"-\"'",
        "0.0, 0.0",
        "1.2.3, '\"1.2.3\"'"
    })
    void writesNumbersOnlyAsNumbers(String cell, String json) {
        assertEquals(
                "{\"reach\":{\"value\":" + json + "}}",
                CsvCell.document(List.of(CsvCell.of("reach.value")), List.of(cell)));
    }
}
