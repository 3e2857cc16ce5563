package nl.doorlichting.domain.figures;

import java.util.List;
import java.util.function.Function;

/**
 * How the answers of one structure word a note.
 *
 * @param detail the words for a note with this code
 */
record NoteWording(NoteCode code, Function<Note, String> detail) {
    private static final String STICKS_OUT = "their period lies partly outside the one asked for: left out";
    private static final String NOT_STATED = "they do not state what a filter wants: left out";
    private static final String SEVERAL_PLACES = "over several municipalities: not divided, and in the row of none";
    private static final String SPLIT = "in no one municipality of the day asked for";
    private static final String IN_TALLY = "part of a tally: not added where the tally counts";
    private static final String PERHAPS_IN_TALLY =
            "may be part of a tally: not added where one that may hold them counts";
    private static final String DOUBLE_TALLIES = "may hold one another: no sum where several of them stand";
    private static final String OVERLAPPING = "periods that partly overlap: participations of one may be in another";
    private static final String UNEQUAL = "periods of different length compare per 12 months only";
    private static final String REGISTER_ENDS = "municipalities after the last day of the register are not in it";

    private static final NoteWording NOTHING_RECORDED = new NoteWording(
            NoteCode.NOTHING_RECORDED,
            note -> note.named().isEmpty()
                    ? "nothing is recorded that is asked for"
                    : "nothing is recorded that is asked for: " + String.join(", ", note.named()));

    static final List<NoteWording> OF_REACH = List.of(
            NOTHING_RECORDED,
            ofRecords(NoteCode.PARTIAL_OVERLAP, STICKS_OUT),
            ofRecords(NoteCode.NOT_STATED, NOT_STATED),
            ofRecords(NoteCode.SEVERAL_PLACES, SEVERAL_PLACES),
            countedOf(NoteCode.SPLIT, SPLIT, "record", "records"),
            ofRecords(
                    NoteCode.IN_SEVERAL_ROWS,
                    "state more than one of what the rows are by: in each of those rows, once in the totals"),
            ofRecords(NoteCode.INCLUDED_IN_TALLY, IN_TALLY),
            ofRecords(NoteCode.INCLUSION_UNKNOWN, PERHAPS_IN_TALLY),
            counted(
                    NoteCode.OVERLAPS_DECLARED,
                    "declared to count the same people: lowest has the largest of each connected group",
                    "observation",
                    "observations"),
            counted(NoteCode.OVERLAPPING_TALLIES, DOUBLE_TALLIES, "tally", "tallies"),
            named(NoteCode.OVERLAPPING_PERIODS, OVERLAPPING),
            named(NoteCode.UNEQUAL_PERIODS, UNEQUAL),
            named(NoteCode.REGISTER_ENDS, REGISTER_ENDS));

    static final List<NoteWording> OF_EFFECTS = List.of(
            NOTHING_RECORDED,
            ofRecords(NoteCode.PARTIAL_OVERLAP, STICKS_OUT),
            ofRecords(NoteCode.NOT_STATED, "they do not state what a filter, from or until wants: left out"),
            ofRecords(NoteCode.SEVERAL_PLACES, "they name several municipalities and stand in no municipality's row"),
            ofRecords(
                    NoteCode.SPLIT,
                    "their municipality is divided, or does not exist, on the map asked for: unallocated"),
            counted(
                    NoteCode.IN_SEVERAL_ROWS,
                    "records that state more than one of what the rows are by, and projects whose records stand in different"
                            + " rows: in each of those rows, once in the totals",
                    "record or project",
                    "records and projects"),
            counted(
                    NoteCode.VERDICT_ABOVE_EVIDENCE,
                    "their evidence level is below what the verdict wants: kept as given",
                    "verdict",
                    "verdicts"),
            ofRecords(NoteCode.WITHOUT_PROJECT, "they name no project: a row of them alone has no projects"),
            counted(
                    NoteCode.OTHER_RATINGS,
                    "ratings are not averaged: of each training type only the latest period's is shown",
                    "other",
                    "others"),
            counted(NoteCode.EVALUATIONS_SUPPRESSED, "fewer than 5 answered: evaluations not shown", "total", "totals"),
            counted(
                    NoteCode.RATING_NOT_SHOWN,
                    "evaluations are shown by training type and calendar year only: see reports/training",
                    "group of evaluations",
                    "groups of evaluations"),
            named(NoteCode.REGISTER_ENDS, "municipalities after the last day of the register are not in it"));

    // Thousands of session days may share the period of one tally, which is too much to read.
    private static final int NAMED_PERIODS = 20;

    static final List<NoteWording> OF_TRAINING = List.of(
            NOTHING_RECORDED,
            ofRecords(
                    NoteCode.NO_FIGURES,
                    "no session and no tally is recorded that is asked for; beside them stand networks, meetings and modules"),
            ofRecords(NoteCode.PARTIAL_OVERLAP, STICKS_OUT),
            ofRecords(NoteCode.NOT_STATED, NOT_STATED),
            ofRecords(NoteCode.SEVERAL_PLACES, SEVERAL_PLACES),
            countedOf(NoteCode.SPLIT, SPLIT, "record", "records"),
            ofRecords(NoteCode.INCLUDED_IN_TALLY, IN_TALLY),
            ofRecords(NoteCode.INCLUSION_UNKNOWN, PERHAPS_IN_TALLY),
            counted(NoteCode.OVERLAPPING_TALLIES, DOUBLE_TALLIES, "tally", "tallies"),
            named(NoteCode.OVERLAPPING_PERIODS, OVERLAPPING, NAMED_PERIODS),
            named(NoteCode.UNEQUAL_PERIODS, UNEQUAL, NAMED_PERIODS),
            named(NoteCode.REGISTER_ENDS, REGISTER_ENDS),
            counted(
                    NoteCode.OVERLAPPING_COMPLETIONS,
                    "of one module, and their periods share days: added, but one may be in another",
                    "number of completions",
                    "numbers of completions"),
            counted(
                    NoteCode.OTHER_RATINGS,
                    "ratings are not averaged: of each training type only the latest period's is shown",
                    "other",
                    "others"),
            ofRecords(NoteCode.NOT_BY_PROFESSION, "professions are known of roll calls only: left out"),
            counted(NoteCode.EVALUATIONS_SUPPRESSED, "fewer than 5 answered: evaluations not shown", "row", "rows"),
            counted(
                    NoteCode.RATING_NOT_SHOWN,
                    "evaluations are shown by trainingType, year or both, over whole calendar years, of a programme and"
                            + " a trainingType only, and without boundaries or asOf: left out",
                    "code given",
                    "codes given"));

    static final List<NoteWording> OF_ADVICE = List.of(
            plain(NoteCode.PARTIAL_OVERLAP, STICKS_OUT),
            named(NoteCode.OVERLAPPING_PERIODS, "tallies that share days with other figures, added to them"));

    /** The meaning alone. */
    static NoteWording plain(NoteCode code, String meaning) {
        return new NoteWording(code, note -> meaning);
    }

    /** The meaning and the number of what it counts. */
    static NoteWording counted(NoteCode code, String meaning, String one, String many) {
        return new NoteWording(code, note -> meaning + ": " + number(note, one, many));
    }

    private static NoteWording ofRecords(NoteCode code, String meaning) {
        return counted(code, meaning, "record", "records");
    }

    /** The meaning, the number of what it counts, and what that is of. */
    static NoteWording countedOf(NoteCode code, String meaning, String one, String many) {
        return new NoteWording(
                code, note -> meaning + ": " + number(note, one, many) + " of " + String.join(", ", note.named()));
    }

    /** The meaning and what it is about. */
    static NoteWording named(NoteCode code, String meaning) {
        return named(code, meaning, Integer.MAX_VALUE);
    }

    /** The meaning and what it is about, of which so many are named at most. */
    static NoteWording named(NoteCode code, String meaning, int most) {
        return new NoteWording(code, note -> meaning + ": " + first(note.named(), most));
    }

    FigureNote of(Note note) {
        return new FigureNote(code.name(), note.count(), detail.apply(note));
    }

    private static String number(Note note, String one, String many) {
        return note.count() + " " + (note.count() == 1 ? one : many);
    }

    private static String first(List<String> named, int most) {
        String names = String.join(", ", named.subList(0, Math.min(most, named.size())));
        return named.size() > most ? names + " and " + (named.size() - most) + " more" : names;
    }
}
