package nl.doorlichting.gateway.dataquality;

import java.util.Locale;

/** What is found about the data. */
public enum FindingKind {
    TABLE_SUM_DIFFERS(FindingSeverity.ERROR),
    TABLE_CELL_MALFORMED(FindingSeverity.WARNING),
    IDENTITY_DANGLING(FindingSeverity.WARNING),
    CLAIM_FAILS(FindingSeverity.ERROR),
    PROGRAMME_UNKNOWN(FindingSeverity.ERROR),
    PROJECT_UNKNOWN(FindingSeverity.ERROR),
    ORGANISATION_UNKNOWN(FindingSeverity.ERROR),
    PROJECT_DIFFERS(FindingSeverity.WARNING),
    ROUNDS_OVERLAP(FindingSeverity.WARNING),
    PERIOD_OUTSIDE_PROGRAMME(FindingSeverity.WARNING),
    YEAR_MISSING(FindingSeverity.WARNING),
    AWARD_WITHOUT_LINE(FindingSeverity.ERROR),
    AWARDS_EXCEED_TALLY(FindingSeverity.WARNING),
    VERDICT_ABOVE_EVIDENCE(FindingSeverity.WARNING),
    EMBEDDING_STALE(FindingSeverity.NOTICE),
    CLAIM_UNDECIDED(FindingSeverity.NOTICE),
    INCLUSION_UNKNOWN(FindingSeverity.WARNING),
    TALLY_EXCEEDED(FindingSeverity.WARNING);

    private final FindingSeverity severity;

    FindingKind(FindingSeverity severity) {
        this.severity = severity;
    }

    FindingSeverity severity() {
        return severity;
    }

    /** The key of a text about it. */
    String key(String part) {
        return "quality." + name().toLowerCase(Locale.ROOT).replace('_', '-') + "." + part;
    }
}
