package nl.doorlichting.domain.figures;

/** What a note is about. */
public enum NoteCode {
    /** Nothing is in the answer and nothing was left out of it, maybe because what a filter names is unknown. */
    NOTHING_RECORDED,
    /** Records beside the figures, in an answer that has no figures. */
    NO_FIGURES,
    /** Left out because the period lies only partly within the one asked for. */
    PARTIAL_OVERLAP,
    /** Left out because they do not state what a filter wants, and fail no other. */
    NOT_STATED,
    /** In no municipality's row, because several are named and figures are not divided. */
    SEVERAL_PLACES,
    /** In no one municipality on the map of the day asked for. */
    SPLIT,
    /** Part of a tally, and not added where the tally counts. */
    INCLUDED_IN_TALLY,
    /** Perhaps part of a tally, and not added where one that may hold it counts. */
    INCLUSION_UNKNOWN,
    /** Observations that are declared to count the same people as others of their row or total. */
    OVERLAPS_DECLARED,
    /** Tallies that may hold one another, in a row or total that has no sum therefore. */
    OVERLAPPING_TALLIES,
    /** Figures whose periods share days. */
    OVERLAPPING_PERIODS,
    /** Different lengths of period in one answer. */
    UNEQUAL_PERIODS,
    /** Days or a map after the last day that the register has something of. */
    REGISTER_ENDS,
    /** Versions of the municipality register that the sources of one report used. */
    REGISTERS_DIFFER,
    /** Sources that have figures of the same people perhaps, and are never added up. */
    SOURCES_MAY_OVERLAP,
    /** Completions of one learning module over periods that share days. */
    OVERLAPPING_COMPLETIONS,
    /** Counted once in the totals and in several rows. */
    IN_SEVERAL_ROWS,
    /** Verdicts that claim more than their evidence supports. */
    VERDICT_ABOVE_EVIDENCE,
    /** Records that name no project, so that a row of them has no projects. */
    WITHOUT_PROJECT,
    /** Ratings that exist and are not shown. */
    OTHER_RATINGS,
    /** Records without professions, for rows by profession. */
    NOT_BY_PROFESSION,
    /** Evaluations that are too few to be shown. */
    EVALUATIONS_SUPPRESSED,
    /** Evaluations that this question does not show, because two answers together could reveal what few persons said. */
    RATING_NOT_SHOWN,
    /** Records that a dossier leaves out, because its lists have a limit. */
    RECORDS_LEFT_OUT,
    /** A dossier that has of the inventories only records of the organisation of the caller. */
    OWN_RECORDS_ONLY,
    /** A dossier that has of the money only that of the organisation of the caller. */
    OWN_MONEY_ONLY,
    /** Awards that state a tally beyond the most that it counts. */
    AWARDS_EXCEED_TALLY;

    /** Whether it is about the answer, so that two sources with the same note say it once: what it counts is no record. */
    public boolean isAboutAnswer() {
        return this == NOTHING_RECORDED
                || this == UNEQUAL_PERIODS
                || this == REGISTER_ENDS
                || this == OWN_RECORDS_ONLY
                || this == OWN_MONEY_ONLY;
    }
}
