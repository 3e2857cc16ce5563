package nl.doorlichting.api.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Key;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.figures.Table;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import org.junit.jupiter.api.Test;

class FigureParametersTest {
    private static final MunicipalityRegister REGISTER = MunicipalityRegister.builtIn();

    @Test
    void namesWrongValuesOfFilterInOneViolation() {
        var violations = violations(Map.of("track", "LOCAL,LOCL,XX"));
        assertEquals(List.of("track UNKNOWN_VALUE"), codes(violations));
        assertEquals(List.of("LOCL", "XX"), violations.get(0).parameters().get("rejected"));
        assertTrue(violations.get(0).detail().toString().startsWith("\"LOCL\" and \"XX\" are not among LOCAL, "));
    }

    @Test
    void namesMalformedValues() {
        var violations = violations(Map.of("projectId", "x,NOT_STATED,y"));
        assertEquals(List.of("projectId WRONG_TYPE"), codes(violations));
        assertEquals(List.of("x", "y"), violations.get(0).parameters().get("rejected"));
    }

    /** With the codes of a parameter that takes one number. */
    @Test
    void namesYearsThatAreNone() {
        var both = violations(Map.of("year", "20100,abc,20x1,99999999999"));
        assertEquals(List.of("year NOT_AN_INTEGER", "year OUT_OF_RANGE"), codes(both));
        assertEquals(List.of("abc", "20x1"), both.get(0).parameters().get("rejected"));
        assertEquals(List.of("20100", "99999999999"), both.get(1).parameters().get("rejected"));
        for (var number : List.of("20100", "-99999999999999999999")) {
            var numbers = violations(Map.of("year", "2010," + number));
            assertEquals(List.of("year OUT_OF_RANGE"), codes(numbers));
            assertEquals(
                    Map.of("minimum", 1900, "maximum", 2199, "rejected", List.of(number)),
                    numbers.get(0).parameters());
        }
    }

    @Test
    void namesEachUnknownMunicipality() {
        var violations = violations(Map.of("municipality", "GM9998,GM9999"));
        assertEquals(
                List.of("GM9998", "GM9999"),
                violations.stream()
                        .map(violation -> violation.parameters().get("code"))
                        .toList());
    }

    @Test
    void reportsUnknownRepeatedAndTooManyDimensionsTogether() {
        var violations = violations(Map.of("by", "colour,track,track,year"));
        assertEquals(List.of("by UNKNOWN_VALUE", "by NOT_ALLOWED", "by OUT_OF_RANGE"), codes(violations));
        assertEquals(List.of("colour"), violations.get(0).parameters().get("rejected"));
        assertEquals("track", violations.get(1).parameters().get("value"));
        assertEquals(3, violations.get(2).parameters().get("maximum"));
    }

    @Test
    void refusesTooManyRowsAndNamesOperationThatHasThem() {
        var row = new Table.Row<>(Key.ALL, 1, Set.of(), Set.of());
        var question = Question.of(Structure.REACH).rowsBy(Dimension.PROJECT);
        var table =
                new Table<>(question, Collections.nCopies(Table.MOST_ROWS + 1, row), List.of(), List.of(), List.of());
        var refusal = assertThrows(
                ProblemException.class, () -> FigureParameters.refuseTooLong(table, Optional.of("GET /v1/all")));
        assertEquals(List.of("by TOO_MANY_ROWS"), codes(refusal.violations()));
        assertEquals(
                Map.of("maximum", Table.MOST_ROWS, "operation", "GET /v1/all"),
                refusal.violations().get(0).parameters());
    }

    void namesWhatIsWrongWithFiltersOfList() throws NoSuchMethodException {
        var query = new MultivaluedHashMap<String, String>();
        query.putSingle("reportId", "x,NOT_STATED");
        query.putSingle("row", "track:LOCAL,municipality:GM9999,phenomenon:POLARISATION,colour");
        query.putSingle("year", "2010");
        query.putSingle("period", "2009");
        var list = FigureParametersTest.class.getDeclaredMethod("list").getAnnotation(RecordsOf.class);
        var violations = new FigureParameters(Structure.REACH, query).violations(REGISTER, list);
        assertEquals(
                List.of(
                        "reportId WRONG_TYPE",
                        "row UNKNOWN_VALUE",
                        "row MUNICIPALITY_NOT_VALID",
                        "row UNKNOWN_VALUE",
                        "period NOT_ALLOWED"),
                codes(violations));
        assertEquals(
                List.of("phenomenon", "municipality"),
                violations.get(1).parameters().get("allowed"));
    }

    @RecordsOf(
            value = Structure.REACH,
            ids = "reportId",
            row = {Dimension.PHENOMENON, Dimension.MUNICIPALITY})
    private static void list() {}

    private static List<String> codes(List<Violation> violations) {
        return violations.stream()
                .map(violation -> violation.name() + " " + violation.code())
                .toList();
    }

    private static List<Violation> violations(Map<String, String> query) {
        var values = new MultivaluedHashMap<String, String>();
        query.forEach(values::putSingle);
        return new FigureParameters(Structure.REACH, values).violations(REGISTER);
    }
}
