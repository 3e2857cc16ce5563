package nl.doorlichting.domain.figures.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * A question about reach, in the words of query parameters. Null is open or not asked.
 *
 * @param by the dimensions of the rows
 * @param only the values wanted of a dimension; {@code NOT_STATED} wants figures that state none
 */
public record ReachQuestion(
        String programme,
        LocalDate from,
        LocalDate until,
        Set<String> by,
        Map<String, Set<String>> only,
        LocalDate boundaries,
        Instant asOf) {

    public ReachQuestion {
        by = Set.copyOf(by);
        only = Map.copyOf(only);
    }
}
