package nl.doorlichting.domain.effects;

/** What a note about effects is about, in the order of an answer. */
public enum EffectNoteCode {
    /** Left out because the period lies only partly within the one asked for. */
    PARTIAL_OVERLAP("their period lies partly outside the one asked for: left out"),
    /** In no municipality's row. */
    SEVERAL_PLACES("they name several municipalities and stand in no municipality's row"),
    /** In no municipality of the day asked for. */
    SPLIT("their municipality is divided, or does not exist, on the map asked for: unallocated"),
    /** Counted once in the totals and in several rows. */
    IN_SEVERAL_ROWS("they state more than one of what the rows are by: in each of those rows, once in the totals"),
    /** Verdicts that claim more than their evidence supports. */
    VERDICT_ABOVE_EVIDENCE("their evidence level is below what the verdict wants: kept as given"),
    /** Ratings that exist and are not shown. */
    OTHER_RATINGS("ratings are not averaged: of each training type only the latest period's is shown"),
    /** Evaluations that are too few to be shown. */
    EVALUATIONS_SUPPRESSED("fewer than 5 answered: evaluations not shown"),
    /** Evaluations that this query does not show, because two answers together could reveal what few persons said. */
    RATING_NOT_SHOWN("evaluations are shown by training type and calendar year only: see reports/training");

    private final String meaning;

    EffectNoteCode(String meaning) {
        this.meaning = meaning;
    }

    /** In words. */
    public String meaning() {
        return meaning;
    }
}
