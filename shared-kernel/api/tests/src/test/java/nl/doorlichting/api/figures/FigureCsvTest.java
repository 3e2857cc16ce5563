package nl.doorlichting.api.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.Structure;
import org.junit.jupiter.api.Test;

class FigureCsvTest {
    private static final Question BY_ACTION_LINE = Question.of(Structure.EFFECTS);

    record Verdict(String verdict, Integer level) {}

    record Figures(List<Verdict> verdicts, List<String> codes, Long n) {}

    record Row(Figures figures) {}

    @Test
    void givesEachFieldOfListedRecordsAColumn() {
        var several = new Row(new Figures(
                List.of(new Verdict("GOOD", 3), new Verdict("BAD", null), new Verdict("GOOD", 1)),
                List.of("A", "B"),
                2L));
        var none = new Row(new Figures(List.of(), List.of(), null));
        var table = new FigureCsv(new ObjectMapper())
                .table(BY_ACTION_LINE, Row.class, List.of(several, none), List.of(), List.of());
        assertEquals("""
                part,figures.verdicts.verdict,figures.verdicts.level,figures.codes,figures.n
                ROW,"GOOD; BAD; GOOD","3; ; 1","A; B",2
                ROW,,,,
                """, new String(table, StandardCharsets.UTF_8));
    }
}
