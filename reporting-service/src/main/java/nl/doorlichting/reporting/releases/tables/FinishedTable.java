package nl.doorlichting.reporting.releases.tables;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Key;
import nl.doorlichting.domain.figures.ReachSource;

/**
 * One table of a release as it is published: finished, so that reading it computes nothing.
 *
 * @param set which table it is
 * @param head what the report has beside its rows, as JSON
 * @param additive whether the rows add up to the totals as the live report's do
 */
public record FinishedTable(ReleasedTable set, String head, boolean additive, List<Cell> cells) {

    /**
     * One row, total or unallocated row.
     *
     * @param key what it is about, as JSON: the part of the table, the source and the dimensions
     * @param line its line in the file of the release, without the end of the line
     */
    public record Cell(String key, String line) {}

    /** The parts of a table, in their order. */
    public enum Part {
        ROW("rows"),
        TOTAL("totals"),
        UNALLOCATED("unallocated");

        private final String field;

        Part(String field) {
            this.field = field;
        }

        /** The field of the report that has them. */
        public String field() {
            return field;
        }
    }

    /** How the lines of a part begin. The rest of a line is the row of the report. */
    public static String prefix(String table, Part part) {
        return "{\"table\":\"" + table + "\",\"part\":\"" + part + "\",";
    }

    /** What a cell is about, as JSON. */
    static String key(Part part, ReachSource source, Key about) {
        var values = new LinkedHashMap<String, String>();
        about.values()
                .forEach((dimension, value) ->
                        values.put(dimension.jsonName(), value == null ? null : Dimension.text(value)));
        return key(part, source, values);
    }

    /** The same for dimensions by their names. */
    static String key(Part part, ReachSource source, Map<String, String> values) {
        var key = new StringBuilder("{\"part\":\"").append(part).append('"');
        if (source != null) {
            key.append(",\"source\":\"").append(source).append('"');
        }
        values.forEach((dimension, value) -> {
            key.append(",\"").append(dimension).append("\":");
            key.append(value == null ? "null" : TextNode.valueOf(value));
        });
        return key.append('}').toString();
    }

    /** The name of a cell among all of a release, the same in every release. */
    static String id(ReleasedTable set, Part part, ReachSource source, Key about) {
        return set.jsonName() + key(part, source, about);
    }
}
