package nl.doorlichting.training.trainingstatistics;

/** What a note can be about, in the order in which an answer gives them. */
enum TrainingNoteCode {
    /** Records left out because their period lies only partly within the one asked for. */
    PARTIAL_OVERLAP("their period lies partly outside the one asked for: left out"),
    /** Rows and totals that lack a figure because it would count some days twice. */
    OVERLAPPING_PERIODS(
            "these share days: added, but a total and its parts may both be in it; withheld where one contains the other"),
    /** Ratings that are known and not shown. */
    OTHER_RATINGS("ratings are not averaged: of each training type only the latest period's is shown");

    private final String meaning;

    TrainingNoteCode(String meaning) {
        this.meaning = meaning;
    }

    String meaning() {
        return meaning;
    }
}
