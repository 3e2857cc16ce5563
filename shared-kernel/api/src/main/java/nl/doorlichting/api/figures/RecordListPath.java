package nl.doorlichting.api.figures;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Question;

/** The path of a list of records, with the filters of a question, narrowed to the records of one row. */
public final class RecordListPath {
    private final Question question;
    private final Map<String, String> query;

    /** All that the question asks for. */
    public RecordListPath(Question question) {
        this(question, question.parameters());
        query.remove("by");
    }

    private RecordListPath(Question question, Map<String, String> query) {
        this.question = question;
        this.query = new LinkedHashMap<>(query);
    }

    /** The same, to narrow by itself. */
    public RecordListPath copy() {
        return new RecordListPath(question, query);
    }

    /** Only what states this; null is none in particular. */
    public RecordListPath narrow(Dimension dimension, Object value) {
        var text = value == null ? Dimension.NOT_STATED : Dimension.text(value);
        if (dimension == Dimension.UNALLOCATED_FROM) {
            // As recorded: filters on places of a map leave the municipality neither in nor out.
            query.keySet()
                    .removeAll(Set.of("boundaries", Dimension.MUNICIPALITY.jsonName(), Dimension.PROVINCE.jsonName()));
            query.put(Dimension.MUNICIPALITY.jsonName(), text);
        } else if (question.wants(dimension, value == null ? Dimension.NOT_STATED : value)) {
            query.put(dimension.jsonName(), text);
        } else {
            // The figure passes the filter with another value.
            query.merge("row", dimension.jsonName() + ":" + text, (one, other) -> one + "," + other);
        }
        return this;
    }

    public RecordListPath with(String parameter, String value) {
        query.put(parameter, value);
        return this;
    }

    public RecordListPath without(Dimension filter) {
        return without(filter.jsonName());
    }

    public RecordListPath without(String parameter) {
        query.remove(parameter);
        return this;
    }

    /** No records that are, or may be, part of these tallies. */
    public RecordListPath apartFrom(Collection<String> tallies) {
        return tallies.isEmpty() ? this : with("apartFrom", String.join(",", tallies));
    }

    /** The path of this list. */
    public String of(String list) {
        var path = new StringBuilder(list);
        query.forEach((name, value) -> path.append(path.length() == list.length() ? '?' : '&')
                .append(name)
                .append('=')
                .append(encoded(value)));
        return path.length() == list.length() ? list + "?" : path.toString();
    }

    private static String encoded(String value) {
        return standsForItself(value)
                ? value
                : URLEncoder.encode(value, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("%2C", ",")
                        .replace("%3A", ":")
                        .replace("%2F", "/");
    }

    private static boolean standsForItself(String value) {
        for (var i = 0; i < value.length(); i++) {
            if (!standsForItself(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    // Codes, numbers and days.
    private static boolean standsForItself(char character) {
        return character >= '0' && character <= '9'
                || character >= 'A' && character <= 'Z'
                || character >= 'a' && character <= 'z'
                || "-_.,:/".indexOf(character) >= 0;
    }
}
