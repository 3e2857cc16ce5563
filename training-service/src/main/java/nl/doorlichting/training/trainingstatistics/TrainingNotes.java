package nl.doorlichting.training.trainingstatistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.doorlichting.kernel.period.Period;
import nl.doorlichting.training.trainingstatistics.TrainingTable.Note;

/** Says what has to be known before using the figures. */
final class TrainingNotes {
    // Sessions are days: thousands may share one tally's period, and nobody reads them all.
    private static final int NAMED_PERIODS = 20;

    private final List<Note> notes = new ArrayList<>();

    TrainingNotes leftOut(long records) {
        return add(TrainingNoteCode.PARTIAL_OVERLAP, records, records == 1 ? "1 record" : records + " records");
    }

    TrainingNotes overlapping(Collection<TrainingCell> cells) {
        var found = cells.stream()
                .map(TrainingCell::overlapping)
                .filter(periods -> !periods.isEmpty())
                .toList();
        var periods = new TreeSet<Period>();
        found.forEach(periods::addAll);
        return add(TrainingNoteCode.OVERLAPPING_PERIODS, found.size(), named(periods));
    }

    TrainingNotes otherRatings(Collection<TrainingRating> ratings) {
        var others = ratings.stream().mapToLong(rating -> rating.known() - 1).sum();
        return add(TrainingNoteCode.OTHER_RATINGS, others, others == 1 ? "1 other" : others + " others");
    }

    List<Note> all() {
        return List.copyOf(notes);
    }

    private TrainingNotes add(TrainingNoteCode code, long count, String detail) {
        if (count > 0) {
            notes.add(new Note(code, count, code.meaning() + ": " + detail));
        }
        return this;
    }

    private static String named(SortedSet<Period> periods) {
        var names = periods.stream().limit(NAMED_PERIODS).map(Period::code).collect(Collectors.joining(", "));
        var others = periods.size() - NAMED_PERIODS;
        return others > 0 ? names + " and " + others + " more" : names;
    }
}
