package nl.doorlichting.training.trainingstatistics;

/** Codes of notes, in the order of an answer. */
enum TrainingNoteCode {
    /** Records left out because their period is only partly within the requested one. */
    PARTIAL_OVERLAP("their period lies partly outside the one asked for: left out"),
    /** Rows and totals that lack a figure because a sum would count some days twice. */
    OVERLAPPING_PERIODS(
            "these share days: added, but a total and its parts may both be in it; withheld where one contains the other"),
    /** Ratings that are not shown. */
    OTHER_RATINGS("ratings are not averaged: of each training type only the latest period's is shown"),
    /** Sessions over several municipalities, which are in no row of a municipality. */
    SEVERAL_PLACES("over several municipalities, and not divided: in no municipality's or province's row"),
    /** Records without professions. */
    NOT_BY_PROFESSION("professions are known of roll calls only: left out"),
    /** Rows whose evaluations are too few to be shown. */
    EVALUATIONS_SUPPRESSED("fewer than 5 answered: evaluations not shown"),
    /** Evaluations that are not shown for this query, because two answers might reveal the answers of few persons. */
    RATING_NOT_SHOWN(
            "evaluations are shown by trainingType, year or both, over whole calendar years, of a programme and a"
                    + " trainingType only: left out");

    private final String meaning;

    TrainingNoteCode(String meaning) {
        this.meaning = meaning;
    }

    String meaning() {
        return meaning;
    }
}
