package nl.doorlichting.reporting.reachstatistics;

import java.util.Optional;
import java.util.Set;
import nl.doorlichting.api.figures.ReachAnswer.Links;
import nl.doorlichting.api.figures.RecordListPath;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Key;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.Table;
import nl.doorlichting.domain.municipality.RegisterMap;
import nl.doorlichting.reporting.reach.ReachObservationResource;
import nl.doorlichting.reporting.reach.ReachTallyResource;

/**
 * The lists of the records that the rows of one answer are made of.
 *
 * @param asked path of all that the question asks for
 * @param map that the question asks for
 * @param observations whether the caller may read observations
 * @param tallies whether the caller may read tallies
 */
record ReachLinks(Question question, RecordListPath asked, RegisterMap map, boolean observations, boolean tallies) {
    /** What tallies never state, so that they stand in the row of none. */
    private static final Set<Dimension> NOT_OF_TALLIES = Set.of(Dimension.PROJECT, Dimension.INTENSITY);

    private static final String COUNTED = "counted";

    Links of(Table.Row<?> row) {
        return new Links(
                observations ? observations(row) : null, tallies ? tallies(row).orElse(null) : null, null);
    }

    /** The observations that are declared to overlap with others; empty for a caller who may not read them. */
    Optional<String> overlapping() {
        var path = asked.copy().with(COUNTED, "true").with("overlapping", "true");
        return observations ? Optional.of(path.of(ReachObservationResource.PATH)) : Optional.empty();
    }

    private String observations(Table.Row<?> row) {
        var path = asked.copy();
        row.key().values().forEach(path::narrow);
        return path.with(COUNTED, "true").apartFrom(row.holding()).of(ReachObservationResource.PATH);
    }

    /** They stand in the row of no place, of no project and of no intensity. */
    private Optional<String> tallies(Table.Row<?> row) {
        var key = row.key().values();
        if (key.entrySet().stream().anyMatch(field -> isNeverOfTallies(field.getKey()) && field.getValue() != null)
                || question.only().keySet().stream().anyMatch(this::leavesOutTallies)
                || row.key().has(Dimension.UNALLOCATED_FROM) && isInAnyRow(row.key())) {
            return Optional.empty();
        }
        var path = asked.copy();
        question.only().keySet().stream()
                .filter(filter -> isNeverOfTallies(filter) && wantsNone(filter))
                .forEach(path::without);
        key.forEach((dimension, value) -> {
            if (!isNeverOfTallies(dimension)) {
                path.narrow(dimension, value);
            }
        });
        return Optional.of(path.of(ReachTallyResource.PATH));
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

    private static boolean isPlace(Dimension dimension) {
        return dimension.kind() == Dimension.Kind.PLACE;
    }
}
