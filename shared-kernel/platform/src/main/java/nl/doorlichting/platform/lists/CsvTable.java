package nl.doorlichting.platform.lists;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.doorlichting.platform.responses.Personal;
import nl.doorlichting.platform.values.ValueTypes;

/**
 * The flattened rows of a list or of a report (RFC 4180, UTF-8): a column for each field, {@code period.from} for a nested
 * field. Several values of one field share a cell, separated by semicolons. An empty cell is null.
 *
 * @param columns JSON pointers into a row, in order
 */
public record CsvTable(List<String> columns) {
    public static final String MEDIA_TYPE = "text/csv";

    // Fields that only a program needs to act on a record.
    private static final Set<String> LEFT_OUT = Set.of("etag", "allowedActions");
    private static final String SEVERAL = "; ";

    private static final CsvMapper CSV = new CsvMapper();

    static CsvTable of(Class<?> row) {
        return of(List.of(), row, List.of());
    }

    /**
     * The columns of a record.
     *
     * @param first pointers of columns before it
     * @param unwrapped pointers of columns in the place of a component whose fields stand among those of the record
     */
    public static CsvTable of(List<String> first, Class<?> row, List<String> unwrapped) {
        return of(first, row, unwrapped, RecordComponent::getType);
    }

    /**
     * The columns of a record, some components of which have columns like a value of another type.
     *
     * @param type the type whose columns a component has
     */
    public static CsvTable of(
            List<String> first, Class<?> row, List<String> unwrapped, Function<RecordComponent, Class<?>> type) {
        var columns = new ArrayList<>(first);
        addFields(columns, "", row, unwrapped, type);
        return new CsvTable(List.copyOf(columns));
    }

    /** The columns of a value that stands at the pointer. */
    public static List<String> columnsOf(String pointer, Class<?> type) {
        var fields = ValueTypes.REGISTERED.columns().get(type);
        return fields == null
                ? List.of(pointer)
                : fields.stream().map(field -> pointer + "/" + field).toList();
    }

    /** The whole table, under a line of field names. */
    public byte[] write(Stream<? extends JsonNode> rows) {
        var body = new ByteArrayOutputStream();
        try (var table = CSV.writer(CsvSchema.emptySchema()).writeValues(body)) {
            table.write(header());
            for (var row : rows.toList()) {
                table.write(row(row));
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return body.toByteArray();
    }

    List<String> header() {
        return columns.stream()
                .map(pointer -> pointer.substring(1).replace('/', '.'))
                .toList();
    }

    List<String> row(JsonNode item) {
        return columns.stream().map(item::at).map(CsvTable::cell).toList();
    }

    private static void addFields(
            List<String> columns,
            String pointer,
            Class<?> row,
            List<String> unwrapped,
            Function<RecordComponent, Class<?>> type) {
        for (var component : row.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                columns.addAll(unwrapped);
            } else if (!LEFT_OUT.contains(component.getName()) && !component.isAnnotationPresent(Personal.class)) {
                addField(columns, pointer + "/" + component.getName(), component, type);
            }
        }
    }

    private static void addField(
            List<String> columns, String pointer, RecordComponent field, Function<RecordComponent, Class<?>> type) {
        var shown = type.apply(field);
        if (shown.isRecord() && !ValueTypes.REGISTERED.columns().containsKey(shown)) {
            addFields(columns, pointer, shown, List.of(), type);
            return;
        }
        columns.addAll(columnsOf(pointer, shown));
    }

    private static String cell(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (value.isArray()) {
            return CsvText.safe(StreamSupport.stream(value.spliterator(), false)
                    .map(one -> one.isValueNode() ? one.asText() : one.toString())
                    .collect(Collectors.joining(SEVERAL)));
        }
        if (value.isTextual()) {
            return CsvText.safe(value.textValue());
        }
        return value.isValueNode() ? value.asText() : CsvText.safe(value.toString());
    }
}
