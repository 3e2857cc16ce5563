package nl.doorlichting.api.releases;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.doorlichting.api.releases.JsonStatDimension.Category;
import nl.doorlichting.api.releases.JsonStatDimension.Role;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.releases.ReleaseCell;
import nl.doorlichting.domain.releases.ReleaseName;

/**
 * Writes the cells of one dimension set of a release as a JSON-stat 2.0 dataset: measures are the categories of the last
 * dimension, {@code measure}, and {@code status} has how cells are protected. Values and statuses are sparse objects. The
 * cells are read twice and none is kept, so the number of cells does not matter.
 *
 * <p>Labels are in the language of the answer. {@code extension.labels} of each dimension has them in both languages.
 *
 * <p>Source: json-stat.org/full.
 *
 * @param dimensions in the order of the keys of the cells
 * @param measures in the order of those of the cells
 */
public record JsonStat(
        ReleaseName release,
        String labelDutch,
        String labelEnglish,
        String source,
        Instant updated,
        List<JsonStatDimension> dimensions,
        List<Measure> measures) {
    private static final String MEASURE = "measure";
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    /**
     * A measure.
     *
     * @param unitDutch what is counted
     * @param decimals digits after the point
     * @param isProtected whether the disclosure of a cell is of this measure
     */
    public record Measure(
            String name,
            String labelDutch,
            String labelEnglish,
            String unitDutch,
            String unitEnglish,
            int decimals,
            boolean isProtected) {}

    /** A language of labels. */
    public enum Language {
        /** Dutch. */
        NL,
        /** English. */
        EN
    }

    /** The cells of the set, from the beginning each time. */
    @FunctionalInterface
    public interface Cells {
        /** Passes each cell on, in any order. */
        void forEach(CellWriter writer) throws IOException;
    }

    /** Takes cells. */
    @FunctionalInterface
    public interface CellWriter {
        /** Takes one. */
        void write(ReleaseCell cell) throws IOException;
    }

    public JsonStat {
        dimensions = List.copyOf(dimensions);
        measures = List.copyOf(measures);
    }

    /**
     * Writes the dataset. If reading the cells fails, what is written stays incomplete.
     *
     * @throws IllegalArgumentException for a cell with a value that its dimension does not have
     */
    public void write(Cells cells, Language language, OutputStream out) throws IOException {
        JsonGenerator json = JSON.createGenerator(out);
        json.writeStartObject();
        json.writeStringField("version", "2.0");
        json.writeStringField("class", "dataset");
        json.writeStringField("label", language == Language.NL ? labelDutch : labelEnglish);
        json.writeStringField("source", source);
        json.writeStringField("updated", updated.toString());
        List<JsonStatDimension> all = new ArrayList<>(dimensions);
        all.add(measure());
        json.writeObjectFieldStart("extension");
        json.writeStringField("programme", release.programme());
        json.writeStringField("release", release.number());
        json.writeEndObject();
        json.writeArrayFieldStart("id");
        for (JsonStatDimension dimension : all) {
            json.writeString(dimension.name());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("size");
        for (JsonStatDimension dimension : all) {
            json.writeNumber(dimension.categories().size());
        }
        json.writeEndArray();
        writeRoles(json);
        json.writeObjectFieldStart("dimension");
        for (JsonStatDimension dimension : all) {
            writeDimension(dimension, language, json);
        }
        json.writeEndObject();
        Positions positions = new Positions(dimensions, measures.size());
        json.writeObjectFieldStart("value");
        cells.forEach(cell -> writeValues(cell, positions.of(cell), json));
        json.writeEndObject();
        json.writeObjectFieldStart("status");
        cells.forEach(cell -> writeStatus(cell, positions.of(cell), json));
        json.writeEndObject();
        json.writeEndObject();
        json.flush();
    }

    private JsonStatDimension measure() {
        return new JsonStatDimension(
                MEASURE,
                "maat",
                MEASURE,
                Role.OTHER,
                measures.stream()
                        .map(one -> new Category(one.name(), one.labelDutch(), one.labelEnglish()))
                        .toList());
    }

    private void writeRoles(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("role");
        writeRole("time", dimensions.stream().filter(dimension -> dimension.role() == Role.TIME), json);
        writeRole("geo", dimensions.stream().filter(dimension -> dimension.role() == Role.GEO), json);
        writeRole("metric", Stream.of(measure()), json);
        json.writeEndObject();
    }

    private static void writeRole(String role, Stream<JsonStatDimension> dimensions, JsonGenerator json)
            throws IOException {
        List<String> names = dimensions.map(JsonStatDimension::name).toList();
        if (!names.isEmpty()) {
            json.writeArrayFieldStart(role);
            for (String name : names) {
                json.writeString(name);
            }
            json.writeEndArray();
        }
    }

    private void writeDimension(JsonStatDimension dimension, Language language, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(dimension.name());
        json.writeStringField("label", language == Language.NL ? dimension.labelDutch() : dimension.labelEnglish());
        json.writeObjectFieldStart("category");
        json.writeArrayFieldStart("index");
        for (Category category : dimension.categories()) {
            json.writeString(category.code());
        }
        json.writeEndArray();
        writeLabels("label", dimension, language == Language.NL ? Category::labelDutch : Category::labelEnglish, json);
        if (dimension.name().equals(MEASURE)) {
            writeUnits(language, json);
        }
        json.writeEndObject();
        json.writeObjectFieldStart("extension");
        json.writeObjectFieldStart("labels");
        writeLabels("nl", dimension, Category::labelDutch, json);
        writeLabels("en", dimension, Category::labelEnglish, json);
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void writeUnits(Language language, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("unit");
        for (Measure measure : measures) {
            json.writeObjectFieldStart(measure.name());
            json.writeStringField("label", language == Language.NL ? measure.unitDutch() : measure.unitEnglish());
            json.writeNumberField("decimals", measure.decimals());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void writeLabels(
            String field, JsonStatDimension dimension, Function<Category, String> label, JsonGenerator json)
            throws IOException {
        json.writeObjectFieldStart(field);
        for (Category category : dimension.categories()) {
            json.writeStringField(category.code(), label.apply(category));
        }
        json.writeEndObject();
    }

    private static void writeValues(ReleaseCell cell, long position, JsonGenerator json) throws IOException {
        for (Number measure : cell.measures()) {
            if (measure instanceof BigDecimal decimal) {
                json.writeNumberField(Long.toString(position), decimal);
            }
            if (measure instanceof Long count) {
                json.writeNumberField(Long.toString(position), count);
            }
            position++;
        }
    }

    private void writeStatus(ReleaseCell cell, long position, JsonGenerator json) throws IOException {
        for (int i = 0; cell.disclosure() != null && i < measures.size(); i++) {
            if (measures.get(i).isProtected()) {
                json.writeStringField(
                        Long.toString(position + i), cell.disclosure().name());
            }
        }
    }

    /** Where cells stand in the cube: the last dimension varies fastest. */
    private static final class Positions {
        private final List<JsonStatDimension> dimensions;
        private final List<Map<String, Integer>> indexes = new ArrayList<>();
        private final int measures;

        Positions(List<JsonStatDimension> dimensions, int measures) {
            this.dimensions = dimensions;
            this.measures = measures;
            for (JsonStatDimension dimension : dimensions) {
                Map<String, Integer> index = new HashMap<>();
                dimension.categories().forEach(category -> index.put(category.code(), index.size()));
                indexes.add(index);
            }
        }

        /** Of the first measure. */
        long of(ReleaseCell cell) {
            long position = 0;
            for (int number = 0; number < dimensions.size(); number++) {
                String value = cell.key().get(dimensions.get(number).name());
                Integer index = indexes.get(number).get(value == null ? Dimension.NOT_STATED : value);
                if (index == null) {
                    throw new IllegalArgumentException(dimensions.get(number).name() + " has no value " + value + " of "
                            + cell.key().text());
                }
                position = Math.addExact(
                        Math.multiplyExact(
                                position, dimensions.get(number).categories().size()),
                        index);
            }
            return Math.multiplyExact(position, measures);
        }
    }
}
