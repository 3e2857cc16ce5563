package nl.doorlichting.platform.lists;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.doorlichting.platform.responses.Personal;
import nl.doorlichting.platform.values.ValueTypes;

/**
 * The flattened rows of a list or of a report (RFC 4180, UTF-8): a column for each field, {@code period.from} for a nested
 * field. Several values of one field share a cell, separated by semicolons. A field that has several records, as an award
 * has instalments, has a column for each of their fields, and the record has as many rows as the longest of these lists:
 * the first row has everything, each further row the first column and the next of each list, so that amounts add up.
 * Records within such a list, as the scores of an assessment, share its row: each of their fields is a column, with the
 * values separated by semicolons, in the same order. An empty cell is null.
 *
 * @param columns JSON pointers into a row, in order; {@code /*} stands for the place in a list of records, and {@code /+}
 *     for all places in one within it
 */
public record CsvTable(List<String> columns) {
    public static final String MEDIA_TYPE = "text/csv";

    // Fields that only a program needs to act on a record.
    private static final Set<String> LEFT_OUT = Set.of("etag", "allowedActions");
    private static final String SEVERAL = "; ";
    private static final String EACH = "/*";
    private static final String ALL = "/+";

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

    /** The whole table, under a line of field names. Each row is written before the next is made, so that memory holds one. */
    public byte[] write(Stream<? extends JsonNode> rows) {
        var body = new ByteArrayOutputStream();
        try (var table = CSV.writer(CsvSchema.emptySchema()).writeValues(body)) {
            table.write(header());
            rows.forEachOrdered(row -> write(row, table));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return body.toByteArray();
    }

    private void write(JsonNode row, SequenceWriter table) {
        try {
            table.writeAll(rows(row));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    List<String> header() {
        return columns.stream()
                .map(pointer ->
                        pointer.substring(1).replace(EACH, "").replace(ALL, "").replace('/', '.'))
                .toList();
    }

    /** The rows of an item: one, or as many as its longest list of records has. */
    List<List<String>> rows(JsonNode item) {
        var length = columns.stream()
                .filter(pointer -> pointer.contains(EACH))
                .mapToInt(pointer ->
                        item.at(pointer.substring(0, pointer.indexOf(EACH))).size())
                .max()
                .orElse(0);
        return IntStream.range(0, Math.max(1, length))
                .mapToObj(number -> row(item, number))
                .toList();
    }

    private List<String> row(JsonNode item, int number) {
        return columns.stream()
                .map(pointer -> {
                    if (pointer.contains(EACH)) {
                        return cellOfEach(item, pointer.replace(EACH, "/" + number));
                    }
                    return number == 0 || pointer.equals(columns.get(0)) ? cell(item.at(pointer)) : "";
                })
                .toList();
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
        // A table can show a list of records as one value, with their fields joined.
        var each = shown == field.getType() ? recordsOf(field) : null;
        if (each != null && !pointer.contains(ALL)) {
            addFields(columns, pointer + (pointer.contains(EACH) ? ALL : EACH), each, List.of(), type);
            return;
        }
        if (shown.isRecord() && !ValueTypes.REGISTERED.columns().containsKey(shown)) {
            addFields(columns, pointer, shown, List.of(), type);
            return;
        }
        columns.addAll(columnsOf(pointer, shown));
    }

    /** The records that a list has; null for another field, and for values that have columns of their own. */
    private static Class<?> recordsOf(RecordComponent field) {
        return field.getType() == List.class
                        && field.getGenericType() instanceof ParameterizedType list
                        && list.getActualTypeArguments()[0] instanceof Class<?> one
                        && one.isRecord()
                        && !ValueTypes.REGISTERED.columns().containsKey(one)
                ? one
                : null;
    }

    private static String cellOfEach(JsonNode item, String pointer) {
        var all = pointer.indexOf(ALL);
        if (all < 0) {
            return cell(item.at(pointer));
        }
        var field = pointer.substring(all + ALL.length());
        return StreamSupport.stream(item.at(pointer.substring(0, all)).spliterator(), false)
                .map(one -> cell(one.at(field)))
                .collect(Collectors.joining(SEVERAL));
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
        if (value.isNumber()) {
            return value.decimalValue().toPlainString();
        }
        return value.isValueNode() ? value.asText() : CsvText.safe(value.toString());
    }
}
