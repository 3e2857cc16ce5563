package nl.doorlichting.api.figures;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.platform.lists.CsvTable;

/**
 * Writes an answer about figures as a table: its rows, totals and unallocated rows, told apart by the column
 * {@code part}. The columns follow from the question and from the record of a row, whatever is in the answer: the dimensions
 * that rows are by, {@code from} of an unallocated row, and every field of the row. A list of records in a row has a column
 * for each of their fields, with the values of the records in the order of the list, like every field of several values.
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
        return CsvTable.of(List.of("/" + PART), row, key, FigureCsv::type);
    }

    // Of a list of records that of one record.
    private static Class<?> type(RecordComponent field) {
        return field.getGenericType() instanceof ParameterizedType several
                        && several.getActualTypeArguments()[0] instanceof Class<?> one
                        && one.isRecord()
                ? one
                : field.getType();
    }

    private Stream<JsonNode> part(String name, List<?> rows) {
        return rows.stream().map(row -> {
            var tree = mapper.<ObjectNode>valueToTree(row).put(PART, name);
            tree.properties().forEach(field -> field.setValue(byField(field.getValue())));
            return tree;
        });
    }

    /** The same with lists of records as records of lists. */
    private JsonNode byField(JsonNode value) {
        if (value instanceof ObjectNode record) {
            record.properties().forEach(field -> field.setValue(byField(field.getValue())));
        }
        if (!value.isArray() || value.isEmpty() || !value.get(0).isObject()) {
            return value;
        }
        var lists = mapper.createObjectNode();
        value.forEach(record -> record.properties()
                .forEach(field -> lists.withArray("/" + field.getKey())
                        .add(field.getValue().isNull() ? TextNode.valueOf("") : field.getValue())));
        return lists;
    }
}
