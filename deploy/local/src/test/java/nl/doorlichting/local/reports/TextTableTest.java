package nl.doorlichting.local.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import nl.doorlichting.local.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTableTest {
    @Test
    void alignsWordsLeftAndFiguresRight() {
        List<String> lines = new TextTable(1, "Period", "Best")
                .row(List.of("2007-2009", "35,650"))
                .row(List.of("2010", "-"))
                .lines();

        assertEquals(
                List.of("  Period       Best", "  -----------------", "  2007-2009  35,650", "  2010            -"),
                lines);
    }

    @ParameterizedTest
    @CsvSource({"2740000.00, 2.74", "10000000.00, 10.00", "-490000.00, -0.49", "1234567.89, 1.23456789", "0.00, 0.00"})
    void formatsMoneyInMillionsWithoutLoss(String amount, String shown) {
        assertEquals(shown, TableCell.millions(Json.read("{\"amount\":\"" + amount + "\",\"currency\":\"EUR\"}")));
    }

    @Test
    void formatsMissingValueAsDash() {
        assertEquals("-", TableCell.count(Json.read("null")));
        assertEquals("-", TableCell.millions(Json.read("{}").path("amount")));
        assertEquals("-", TableCell.rating(Json.read("null")));
        assertEquals("7.5 to 8", TableCell.rating(Json.read("{\"mean\":null,\"meanLowest\":7.5,\"meanHighest\":8}")));
    }
}
