package nl.doorlichting.platform.lists;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import nl.doorlichting.platform.responses.Personal;
import nl.doorlichting.platform.values.ValueTypes;

/**
 * The flattened rows of a list: a column for each field, {@code period.from} for a nested field. Several values of one
 * field share a cell, separated by semicolons.
 *
 * @param columns JSON pointers into a row, in order
 */
record CsvTable(List<String> columns) {
    // Fields that only a program needs to act on a record.
    private static final Set<String> LEFT_OUT = Set.of("etag", "allowedActions");
    private static final String SEVERAL = "; ";

    static CsvTable of(Class<?> row) {
        var columns = new ArrayList<String>();
        addFields(columns, "", row);
        return new CsvTable(List.copyOf(columns));
    }

    List<String> header() {
        return columns.stream()
                .map(pointer -> pointer.substring(1).replace('/', '.'))
                .toList();
    }

    List<String> row(JsonNode item) {
        return columns.stream().map(item::at).map(CsvTable::cell).toList();
    }

    private static void addFields(List<String> columns, String pointer, Class<?> type) {
        for (var component : type.getRecordComponents()) {
            if (!LEFT_OUT.contains(component.getName()) && !component.isAnnotationPresent(Personal.class)) {
                addField(columns, pointer + "/" + component.getName(), component);
            }
        }
    }

    private static void addField(List<String> columns, String pointer, RecordComponent component) {
        var type = component.getType();
        var fields = ValueTypes.REGISTERED.columns().get(type);
        if (fields != null) {
            fields.forEach(field -> columns.add(pointer + "/" + field));
            return;
        }
        if (type.isRecord()) {
            addFields(columns, pointer, type);
            return;
        }
        columns.add(pointer);
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
