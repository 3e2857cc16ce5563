package nl.doorlichting.domain.claims;

import java.util.List;
import java.util.stream.Stream;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Structure;

/** A report that claims are about. */
public enum ClaimReport {
    REACH(Structure.REACH),
    EFFECTS(Structure.EFFECTS),
    TRAINING(Structure.TRAINING),
    FINANCES(null),
    /** Tables as documents printed them. */
    PUBLISHED_TABLES(null);

    private final Structure structure;

    ClaimReport(Structure structure) {
        this.structure = structure;
    }

    /**
     * Dimensions and filters of its figures; null for finances, which have lines and years, and for published tables, which
     * have rows and columns.
     */
    public Structure structure() {
        return structure;
    }

    /** The query parameters by which a claim can limit it. */
    public List<String> filterFields() {
        if (this == PUBLISHED_TABLES) {
            return List.of(ReportMeasure.TABLE, ReportMeasure.TIMES, Dimension.PERIOD.jsonName());
        }
        return structure == null
                ? List.of()
                : Stream.concat(
                                Stream.of("from", "until"),
                                structure.filters().stream().map(Dimension::jsonName))
                        .toList();
    }

    /** Those without which it has no figure. */
    public List<String> requiredFilterFields() {
        return this == PUBLISHED_TABLES ? List.of(ReportMeasure.TABLE) : List.of();
    }

    /** The figures of its rows. */
    public List<ReportMeasure> measures() {
        return Stream.of(ReportMeasure.values())
                .filter(measure -> measure.report() == this)
                .toList();
    }
}
