package nl.doorlichting.reporting.reach;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.doorlichting.api.figures.ReachAnswer.Links;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Key;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.Table;
import nl.doorlichting.domain.municipality.RegisterMap;

/**
 * The lists of the records that the rows of one answer are made of.
 *
 * @param map that the question asks for
 * @param observations whether the caller may read observations
 * @param tallies whether the caller may read tallies
 */
record ReachLinks(Question question, RegisterMap map, boolean observations, boolean tallies) {
    /** What tallies never state, so that they stand in the row of none. */
    private static final Set<Dimension> NOT_OF_TALLIES = Set.of(Dimension.PROJECT, Dimension.INTENSITY);

    private static final String BOUNDARIES = "boundaries";
    private static final String MUNICIPALITY = Dimension.MUNICIPALITY.jsonName();
    private static final String PROVINCE = Dimension.PROVINCE.jsonName();

    Links of(Table.Row<?> row) {
        return new Links(
                observations ? observations(row) : null, tallies ? tallies(row).orElse(null) : null);
    }

    /** The observations that are declared to overlap with others; empty for a caller who may not read them. */
    Optional<String> overlapping() {
        var query = asked();
        query.put("counted", "true");
        query.put("overlapping", "true");
        return observations ? Optional.of(path(ReachObservationResource.PATH, query)) : Optional.empty();
    }

    private String observations(Table.Row<?> row) {
        var query = asked();
        row.key().values().forEach((dimension, value) -> narrow(query, dimension, value));
        query.put("counted", "true");
        if (!row.holding().isEmpty()) {
            query.put("apartFrom", String.join(",", row.holding()));
        }
        return path(ReachObservationResource.PATH, query);
    }

    /** They stand in the row of no place, of no project and of no intensity. */
    private Optional<String> tallies(Table.Row<?> row) {
        var query = asked();
        var key = row.key().values();
        if (key.entrySet().stream().anyMatch(field -> isNeverOfTallies(field.getKey()) && field.getValue() != null)
                || question.only().keySet().stream().anyMatch(this::leavesOutTallies)
                || row.key().has(Dimension.UNALLOCATED_FROM) && isInAnyRow(row.key())) {
            return Optional.empty();
        }
        question.only().keySet().stream()
                .filter(filter -> isNeverOfTallies(filter) && wantsNone(filter))
                .forEach(filter -> query.remove(filter.jsonName()));
        key.forEach((dimension, value) -> {
            if (!isNeverOfTallies(dimension)) {
                narrow(query, dimension, value);
            }
        });
        return Optional.of(path(ReachTallyResource.PATH, query));
    }

    /** A filter that wants none passes any tally, wherever it is of. */
    private boolean leavesOutTallies(Dimension filter) {
        return NOT_OF_TALLIES.contains(filter) && !wantsNone(filter);
    }

    private static boolean isNeverOfTallies(Dimension dimension) {
        return NOT_OF_TALLIES.contains(dimension)
                || dimension == Dimension.MUNICIPALITY
                || dimension == Dimension.PROVINCE;
    }

    private boolean wantsNone(Dimension filter) {
        return question.wants(filter, Dimension.NOT_STATED);
    }

    /** Whether a tally of the municipality passes the filters on places, so that it is in a row and not unallocated. */
    private boolean isInAnyRow(Key key) {
        var code = key.get(Dimension.UNALLOCATED_FROM);
        return question.only().entrySet().stream()
                .filter(filter -> isPlace(filter.getKey()) && !wantsNone(filter.getKey()))
                .allMatch(filter -> (filter.getKey() == Dimension.PROVINCE
                                ? map.insideProvinces(filter.getValue())
                                : map.insideMunicipalities(filter.getValue()))
                        .contains(code));
    }

    private void narrow(Map<String, String> query, Dimension dimension, Object value) {
        var text = value == null ? Dimension.NOT_STATED : Dimension.text(value);
        if (dimension == Dimension.UNALLOCATED_FROM) {
            // As recorded: filters on places of a map leave the municipality neither in nor out.
            query.keySet().removeAll(Set.of(BOUNDARIES, MUNICIPALITY, PROVINCE));
            query.put(MUNICIPALITY, text);
        } else if (question.wants(dimension, value == null ? Dimension.NOT_STATED : value)) {
            query.put(dimension.jsonName(), text);
        } else {
            // The figure passes the filter with another value.
            query.merge("row", dimension.jsonName() + ":" + text, (one, other) -> one + "," + other);
        }
    }

    private static boolean isPlace(Dimension dimension) {
        return dimension.kind() == Dimension.Kind.PLACE;
    }

    private Map<String, String> asked() {
        var query = new LinkedHashMap<>(question.parameters());
        query.remove("by");
        return query;
    }

    private static String path(String list, Map<String, String> query) {
        return query.entrySet().stream()
                .map(parameter -> parameter.getKey() + "="
                        + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8)
                                .replace("+", "%20")
                                .replace("%2C", ",")
                                .replace("%3A", ":")
                                .replace("%2F", "/"))
                .collect(Collectors.joining("&", list + "?", ""));
    }
}
