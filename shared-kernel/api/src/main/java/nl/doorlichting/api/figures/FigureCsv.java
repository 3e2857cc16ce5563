package nl.doorlichting.api.figures;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.platform.lists.CsvTable;

/**
 * Writes an answer about figures as a table: its rows, totals and unallocated rows, told apart by the column
 * {@code part}. The columns follow from the question and from the record of a row, whatever is in the answer: the dimensions
 * that rows are by, {@code from} of an unallocated row, and every field of the row.
 */
@ApplicationScoped
public class FigureCsv {
    private static final String PART = "part";

    private final ObjectMapper mapper;

    public FigureCsv(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** The table of an answer about reach. */
    public byte[] table(Question question, ReachAnswer answer) {
        return table(question, ReachAnswer.Row.class, answer.rows(), answer.totals(), answer.unallocated());
    }

    /** The table of these rows, of one record each. */
    public <R> byte[] table(Question question, Class<R> row, List<R> rows, List<R> totals, List<R> unallocated) {
        return table(question, row)
                .write(Stream.of(part("ROW", rows), part("TOTAL", totals), part("UNALLOCATED", unallocated))
                        .flatMap(part -> part));
    }

    private static CsvTable table(Question question, Class<?> row) {
        var key = Stream.concat(question.by().stream(), Stream.of(Dimension.UNALLOCATED_FROM))
                .flatMap(dimension -> CsvTable.columnsOf("/" + dimension.jsonName(), dimension.type()).stream())
                .toList();
        return CsvTable.of(List.of("/" + PART), row, key);
    }

    private Stream<JsonNode> part(String name, List<?> rows) {
        return rows.stream().map(row -> mapper.<ObjectNode>valueToTree(row).put(PART, name));
    }
}
