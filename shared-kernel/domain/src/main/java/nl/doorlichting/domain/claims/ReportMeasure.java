package nl.doorlichting.domain.claims;

import static nl.doorlichting.domain.claims.ClaimReport.EFFECTS;
import static nl.doorlichting.domain.claims.ClaimReport.FINANCES;
import static nl.doorlichting.domain.claims.ClaimReport.PUBLISHED_TABLES;
import static nl.doorlichting.domain.claims.ClaimReport.REACH;
import static nl.doorlichting.domain.claims.ClaimReport.TRAINING;

import java.util.List;
import java.util.stream.Stream;
import nl.doorlichting.domain.figures.Dimension;

/** A figure of a row of a report. */
public enum ReportMeasure {
    /** Participations that one source counted. */
    REACHED(REACH, ClaimUnit.PARTICIPATIONS),
    PARTICIPANTS(TRAINING, ClaimUnit.PARTICIPATIONS),
    EXPECTED_PARTICIPANTS(TRAINING, ClaimUnit.PARTICIPATIONS),
    SESSIONS_PLANNED(TRAINING, ClaimUnit.SESSIONS),
    SESSIONS_HELD(TRAINING, ClaimUnit.SESSIONS),
    /** The rating that tallies state. */
    RATING(TRAINING, ClaimUnit.POINTS),
    PROJECTS_DESCRIBED(EFFECTS, ClaimUnit.PROJECTS),
    PROJECTS_WITH_REPORT(EFFECTS, ClaimUnit.PROJECTS),
    PROJECTS_WITH_BASELINE(EFFECTS, ClaimUnit.PROJECTS),
    PROJECTS_WITH_SELF_EVALUATION(EFFECTS, ClaimUnit.PROJECTS),
    PROJECTS_WITH_INDEPENDENT_EVALUATION(EFFECTS, ClaimUnit.PROJECTS),
    REPORTS_APPROVED(EFFECTS, ClaimUnit.REPORTS),
    SIDE_EFFECTS_POSITIVE(EFFECTS, ClaimUnit.SIDE_EFFECTS),
    SIDE_EFFECTS_NEGATIVE(EFFECTS, ClaimUnit.SIDE_EFFECTS),
    /** Projects that sources count together; they belong to no row. */
    PROJECTS_TALLIED(EFFECTS, ClaimUnit.PROJECTS),
    /** Reports that sources count together; they belong to no row. */
    REPORTS_TALLIED(EFFECTS, ClaimUnit.REPORTS),
    BUDGETED(FINANCES, ClaimUnit.EUR),
    REALLOCATED(FINANCES, ClaimUnit.EUR),
    SPENDABLE(FINANCES, ClaimUnit.EUR),
    COMMITTED(FINANCES, ClaimUnit.EUR),
    AVAILABLE(FINANCES, ClaimUnit.EUR),
    DISBURSED(FINANCES, ClaimUnit.EUR),
    LEFT(FINANCES, ClaimUnit.EUR),
    /** Projects that are counted by funding instrument. */
    PROJECTS_FUNDED(FINANCES, ClaimUnit.PROJECTS),
    /** A figure of a published table, which counts what its measure says. */
    PRINTED_PARTICIPATIONS(PUBLISHED_TABLES, ClaimUnit.PARTICIPATIONS),
    PRINTED_SESSIONS(PUBLISHED_TABLES, ClaimUnit.SESSIONS),
    PRINTED_PROJECTS(PUBLISHED_TABLES, ClaimUnit.PROJECTS),
    PRINTED_REPORTS(PUBLISHED_TABLES, ClaimUnit.REPORTS),
    PRINTED_POINTS(PUBLISHED_TABLES, ClaimUnit.POINTS),
    PRINTED_AMOUNT(PUBLISHED_TABLES, ClaimUnit.EUR);

    /** Field of a row of reach: who counted. */
    public static final String SOURCE = "source";
    /** Field of a row of finances: the code of a budget line. */
    public static final String LINE = "line";
    /** Field of a row of finances: where reallocated money went. */
    public static final String DESTINATION = "destination";

    /** Filter of published tables: the code of one. */
    public static final String TABLE = "table";
    /** Filter of published tables: how many of its unit one in print is, as in 1000000 where it prints millions. */
    public static final String TIMES = "times";
    /** Field of a row of a published table: the group that it stands in. */
    public static final String GROUP = "group";
    /** Field of a row of a published table: its label. */
    public static final String ROW = "row";
    /** Field of a row of a published table: the label of a column. */
    public static final String COLUMN = "column";

    private final ClaimReport report;
    private final ClaimUnit unit;

    ReportMeasure(ClaimReport report, ClaimUnit unit) {
        this.report = report;
        this.unit = unit;
    }

    public ClaimReport report() {
        return report;
    }

    public ClaimUnit unit() {
        return unit;
    }

    /**
     * Whether it is of days. A rating is the latest one, and projects by instrument and figures in print have none, so that
     * those fit any period where no days limit them.
     */
    boolean isOfDays() {
        return this != RATING && this != PROJECTS_FUNDED && report != PUBLISHED_TABLES;
    }

    /** Fields that tell the rows apart that have it; none where it belongs to no row. */
    public List<String> rowFields() {
        if (report == PUBLISHED_TABLES) {
            return List.of(GROUP, ROW, COLUMN);
        }
        return switch (this) {
            case PROJECTS_TALLIED, REPORTS_TALLIED -> List.of();
            case PROJECTS_FUNDED -> List.of(Dimension.FUNDING_INSTRUMENT.jsonName());
            case REALLOCATED -> List.of(LINE, DESTINATION, Dimension.YEAR.jsonName());
            case REACHED ->
                Stream.concat(Stream.of(SOURCE), dimensions().map(Dimension::jsonName))
                        .toList();
            default ->
                report == FINANCES
                        ? List.of(LINE, Dimension.YEAR.jsonName())
                        : dimensions().map(Dimension::jsonName).toList();
        };
    }

    /** Those without which no row has it. */
    public List<String> requiredRowFields() {
        return switch (this) {
            case PROJECTS_FUNDED -> List.of(Dimension.FUNDING_INSTRUMENT.jsonName());
            case REACHED -> List.of(SOURCE);
            default -> List.of();
        };
    }

    // Professions are parts of what a record counts, and no filter takes them.
    private Stream<Dimension> dimensions() {
        return report.structure().rows().stream().filter(report.structure().filters()::contains);
    }
}
