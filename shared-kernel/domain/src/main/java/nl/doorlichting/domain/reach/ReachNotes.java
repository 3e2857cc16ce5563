package nl.doorlichting.domain.reach;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.doorlichting.domain.period.Period;

/** Counts the notes of an answer. */
final class ReachNotes {

    private final Map<ReachNoteCode, Long> observations = new EnumMap<>(ReachNoteCode.class);
    private final SortedSet<String> splitCodes = new TreeSet<>();

    void count(ReachNoteCode code, ReachFact fact) {
        observations.merge(code, fact.observations(), Math::addExact);
    }

    void countSplit(ReachFact fact) {
        count(ReachNoteCode.SPLIT, fact);
        splitCodes.add(fact.municipality());
    }

    /** Those counted, and those that the finished cells give reason for, in the order of their codes. */
    List<ReachNote> notes(Collection<ReachCell> rows, Collection<ReachCell> totals, boolean byPeriod) {
        List<ReachNote> notes = new ArrayList<>();
        observations.forEach((code, count) -> add(notes, code, count, detail(code, count)));
        addOverlapping(notes, rows, totals);
        if (byPeriod) {
            addUnequal(notes, rows);
        }
        return notes;
    }

    private String detail(ReachNoteCode code, long count) {
        String observed = count == 1 ? "1 observation" : count + " observations";
        return code == ReachNoteCode.SPLIT ? observed + " of " + String.join(", ", splitCodes) : observed;
    }

    private static void addOverlapping(
            List<ReachNote> notes, Collection<ReachCell> rows, Collection<ReachCell> totals) {
        List<SortedSet<Period>> found = new ArrayList<>();
        rows.forEach(cell -> found.add(cell.overlapping()));
        totals.forEach(cell -> found.add(cell.overlapping()));
        found.removeIf(SortedSet::isEmpty);
        SortedSet<Period> periods = new TreeSet<>();
        found.forEach(periods::addAll);
        add(notes, ReachNoteCode.OVERLAPPING_PERIODS, found.size(), text(periods, Period::code));
    }

    private static void addUnequal(List<ReachNote> notes, Collection<ReachCell> rows) {
        SortedSet<Period> periods = new TreeSet<>();
        rows.forEach(cell -> periods.addAll(cell.periods()));
        long lengths = periods.stream().map(Period::length).distinct().count();
        if (lengths > 1) {
            String detail = text(periods, period -> period.code() + " is " + period.length());
            add(notes, ReachNoteCode.UNEQUAL_PERIODS, lengths, detail);
        }
    }

    private static void add(List<ReachNote> notes, ReachNoteCode code, long count, String detail) {
        if (count > 0) {
            notes.add(new ReachNote(code, count, code.meaning() + ": " + detail));
        }
    }

    private static String text(SortedSet<Period> periods, Function<Period, String> saying) {
        return periods.stream().map(saying).collect(Collectors.joining(", "));
    }
}
