package nl.doorlichting.domain.figures.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.place.PlaceScope;

/**
 * What a question about reach should be answered, from the rows as they were recorded: the rules of
 * docs/design/figures.md once more, one method each, written to be compared with the text and not to be fast. It
 * shares values with the engine of figures, and no rule.
 */
public final class ReachOracle {
    /** Wants, as the value of a filter, figures that state none. */
    public static final String NOT_STATED = "NOT_STATED";

    private static final String PERIOD = "period";
    private static final String YEAR = "year";
    private static final String TARGET_GROUP = "targetGroup";
    private static final String MUNICIPALITY = "municipality";
    private static final String PROVINCE = "province";
    private static final Set<String> TIMES = Set.of(PERIOD, YEAR);
    private static final Set<String> PLACES = Set.of(MUNICIPALITY, PROVINCE);

    private final ReachQuestion question;
    private final NaiveMap map;
    private final List<RecordedFigure> figures;

    private enum Part {
        ROW,
        TOTAL,
        UNALLOCATED
    }

    /** Where figures are added up. */
    private record Cell(Part part, Map<String, String> key) {
        Cell apartFromTime() {
            Map<String, String> rest = new TreeMap<>(key);
            rest.keySet().removeAll(TIMES);
            return new Cell(part, rest);
        }
    }

    private enum Asked {
        /** It is what the filters want. */
        YES,
        /** A divided municipality, of which some part may be in the place asked for. */
        PERHAPS,
        /** It fails a filter, and each that it fails is on something that it does not state. */
        NOT_STATED,
        /** Only its several municipalities keep it out: some of them are in the place asked for. */
        SEVERAL_PLACES,
        NO
    }

    private enum Days {
        INSIDE,
        PARTLY,
        OUTSIDE
    }

    private ReachOracle(ReachQuestion question, MunicipalityRegister register, RecordedReach recorded) {
        this.question = question;
        this.map = new NaiveMap(register, question.boundaries());
        this.figures = recorded.counting(question.asOf()).stream()
                .filter(figure ->
                        question.programme() == null || question.programme().equals(figure.programme()))
                .toList();
    }

    /** The table that answers the question. */
    public static ReachTable answer(ReachQuestion question, MunicipalityRegister register, RecordedReach recorded) {
        return new ReachOracle(question, register, recorded).answer();
    }

    private ReachTable answer() {
        Map<RecordedFigure, Set<Cell>> cells = new LinkedHashMap<>();
        figures.stream().filter(this::isInAnswer).forEach(figure -> cells.put(figure, cells(figure)));
        Map<RecordedFigure, Set<Cell>> counted = new LinkedHashMap<>();
        cells.forEach((figure, all) -> {
            Set<Cell> added = new LinkedHashSet<>(all);
            added.removeIf(cell -> isInTallyOf(cell, figure, cells));
            counted.put(figure, added);
        });
        Map<Cell, List<RecordedFigure>> contents = new LinkedHashMap<>();
        counted.forEach((figure, added) -> added.forEach(cell ->
                contents.computeIfAbsent(cell, first -> new ArrayList<>()).add(figure)));
        return new ReachTable(
                table(contents, Part.ROW),
                table(contents, Part.TOTAL),
                table(contents, Part.UNALLOCATED),
                notes(cells, counted, contents));
    }

    private static SortedMap<String, String> table(Map<Cell, List<RecordedFigure>> contents, Part part) {
        SortedMap<String, String> table = new TreeMap<>();
        contents.forEach((cell, content) -> {
            if (cell.part() == part) {
                table.put(
                        cell.key().toString(),
                        doubleTallies(content).isEmpty() ? new NaiveSum(content).text() : "null");
            }
        });
        return table;
    }

    // ---- What is asked for

    private boolean isInAnswer(RecordedFigure figure) {
        return days(figure) == Days.INSIDE && isAskedFor(figure);
    }

    private boolean isAskedFor(RecordedFigure figure) {
        return asked(figure) == Asked.YES || asked(figure) == Asked.PERHAPS;
    }

    /** from is inclusive, until is exclusive; a figure is inside with all its days. */
    private Days days(RecordedFigure figure) {
        LocalDate from = question.from() == null ? LocalDate.MIN : question.from();
        LocalDate until = question.until() == null ? LocalDate.MAX : question.until();
        Period period = figure.period();
        if (!period.from().isBefore(from) && !period.until().isAfter(until)) {
            return Days.INSIDE;
        }
        return period.from().isBefore(until) && period.until().isAfter(from) ? Days.PARTLY : Days.OUTSIDE;
    }

    private Asked asked(RecordedFigure figure) {
        Set<String> failed = new HashSet<>(question.only().keySet());
        failed.removeIf(dimension -> passes(figure, dimension));
        if (failed.isEmpty()) {
            return Asked.YES;
        }
        Set<String> failedPlaces = new HashSet<>(failed);
        failedPlaces.retainAll(PLACES);
        boolean perhaps = !failedPlaces.isEmpty() && isPerhapsInPlace(figure);
        boolean several = municipalities(figure).size() > 1;
        if (perhaps && failedPlaces.equals(failed)) {
            return several ? Asked.SEVERAL_PLACES : Asked.PERHAPS;
        }
        if (perhaps && !several) {
            failed.removeAll(PLACES);
        }
        return failed.stream().allMatch(dimension -> statesNone(figure, dimension)) ? Asked.NOT_STATED : Asked.NO;
    }

    /** A filter passes any of its values. */
    private boolean passes(RecordedFigure figure, String dimension) {
        Set<String> wanted = question.only().get(dimension);
        if (PLACES.contains(dimension)) {
            return wanted.contains(NOT_STATED) && isInNoneInParticular(figure, dimension)
                    || isInside(figure, dimension, wanted);
        }
        return statesNone(figure, dimension)
                ? wanted.contains(NOT_STATED)
                : !Collections.disjoint(values(figure, dimension), wanted);
    }

    private boolean statesNone(RecordedFigure figure, String dimension) {
        return PLACES.contains(dimension)
                ? municipalities(figure).isEmpty()
                : values(figure, dimension).isEmpty();
    }

    /** A figure of several years states no year. */
    private static Collection<String> values(RecordedFigure figure, String dimension) {
        Period period = figure.period();
        if (dimension.equals(PERIOD)) {
            return Set.of(period.code());
        }
        if (dimension.equals(YEAR)) {
            int last = period.until().minusDays(1).getYear();
            return period.from().getYear() == last ? Set.of("" + last) : Set.of();
        }
        return figure.of(dimension);
    }

    // ---- Places

    private static List<String> municipalities(RecordedFigure figure) {
        return figure.place().municipalities();
    }

    private Set<String> candidates(RecordedFigure figure) {
        return municipalities(figure).stream()
                .flatMap(code -> map.candidates(code).stream())
                .collect(Collectors.toSet());
    }

    /** Whether it is known of each municipality where it lies on the map, be it divided. */
    private boolean isOnMap(RecordedFigure figure) {
        return !municipalities(figure).isEmpty()
                && municipalities(figure).stream()
                        .noneMatch(code -> map.candidates(code).isEmpty());
    }

    /** The one municipality or province that all municipalities of a figure lie in; null for none in particular. */
    private String placeOf(RecordedFigure figure, String dimension) {
        boolean known = dimension.equals(MUNICIPALITY)
                ? municipalities(figure).stream().allMatch(map::isWhole)
                : isOnMap(figure);
        Set<String> places = new HashSet<>();
        candidates(figure).forEach(code -> places.add(place(code, dimension)));
        return known && places.size() == 1 ? places.iterator().next() : null;
    }

    private String place(String code, String dimension) {
        return dimension.equals(MUNICIPALITY) ? code : map.province(code);
    }

    private boolean isInside(RecordedFigure figure, String dimension, Set<String> wanted) {
        return isOnMap(figure)
                && candidates(figure).stream().allMatch(code -> isWanted(wanted, place(code, dimension)));
    }

    private static boolean isWanted(Set<String> wanted, String place) {
        return place != null && wanted.contains(place);
    }

    /** Whether a part of a figure may be in the place asked for, and another part may not. */
    private boolean isPerhapsInPlace(RecordedFigure figure) {
        Predicate<String> wanted = code -> question.only().entrySet().stream()
                .filter(filter -> PLACES.contains(filter.getKey()))
                .allMatch(filter -> isWanted(filter.getValue(), place(code, filter.getKey())));
        return candidates(figure).stream().anyMatch(wanted);
    }

    /** Whether it stands in the row of no place in particular. A tally does, wherever it is of. */
    private boolean isInNoneInParticular(RecordedFigure figure, String dimension) {
        return figure.tally() || placeOf(figure, dimension) == null && !isDivided(figure);
    }

    /** Of one municipality, which the map divides or does not have. */
    private boolean isDivided(RecordedFigure figure) {
        return municipalities(figure).size() == 1
                && !map.isWhole(municipalities(figure).get(0));
    }

    private boolean isUnallocated(RecordedFigure figure) {
        if (asked(figure) == Asked.PERHAPS) {
            return true;
        }
        return !figure.tally()
                && isDivided(figure)
                && placesOfRows().stream().anyMatch(dimension -> placeOf(figure, dimension) == null);
    }

    private Set<String> placesOfRows() {
        Set<String> places = new TreeSet<>(question.by());
        places.retainAll(PLACES);
        return places;
    }

    private boolean looksAtPlace() {
        return !placesOfRows().isEmpty()
                || !Collections.disjoint(question.only().keySet(), PLACES);
    }

    // ---- Rows and totals

    private Set<Cell> cells(RecordedFigure figure) {
        Set<Cell> cells = new LinkedHashSet<>();
        if (isUnallocated(figure)) {
            Set<String> apart = new TreeSet<>(question.by());
            apart.removeAll(PLACES);
            keys(figure, apart).forEach(key -> {
                key.put("from", municipalities(figure).get(0));
                cells.add(new Cell(Part.UNALLOCATED, key));
            });
        } else {
            keys(figure, question.by()).forEach(key -> cells.add(new Cell(Part.ROW, key)));
        }
        if (asked(figure) == Asked.YES) {
            Set<String> totalsBy = question.by().contains(PERIOD) ? Set.of(PERIOD) : Set.of();
            keys(figure, totalsBy).forEach(key -> cells.add(new Cell(Part.TOTAL, key)));
        }
        return cells;
    }

    /** Every combination of the values that the figure states. */
    private List<Map<String, String>> keys(RecordedFigure figure, Set<String> dimensions) {
        List<Map<String, String>> keys = new ArrayList<>(List.of(new TreeMap<>()));
        for (String dimension : dimensions) {
            List<Map<String, String>> crossed = new ArrayList<>();
            for (Map<String, String> key : keys) {
                for (String value : rowValues(figure, dimension)) {
                    Map<String, String> more = new TreeMap<>(key);
                    more.put(dimension, value);
                    crossed.add(more);
                }
            }
            keys = crossed;
        }
        return keys;
    }

    private Collection<String> rowValues(RecordedFigure figure, String dimension) {
        if (PLACES.contains(dimension)) {
            return Collections.singletonList(
                    isInNoneInParticular(figure, dimension) ? null : placeOf(figure, dimension));
        }
        return statesNone(figure, dimension) ? Collections.singletonList(null) : values(figure, dimension);
    }

    // ---- Tallies

    /** A figure is added wherever no tally that may hold it counts. Rows by time make no room for it. */
    private static boolean isInTallyOf(Cell cell, RecordedFigure figure, Map<RecordedFigure, Set<Cell>> cells) {
        return cells.entrySet().stream()
                .filter(tally -> mayHold(tally.getKey(), figure))
                .flatMap(tally -> tally.getValue().stream())
                .anyMatch(other -> other.apartFromTime().equals(cell.apartFromTime()));
    }

    private static boolean mayHold(RecordedFigure tally, RecordedFigure figure) {
        if (!tally.tally() || figure.tally() || "NONE".equals(figure.includedIn())) {
            return false;
        }
        return isInclusionUnknown(figure)
                ? isOfSameProgrammeAndGroup(tally, figure) && shareDays(tally.period(), figure.period())
                : figure.includedIn().equals(tally.id().toString());
    }

    private static boolean isInclusionUnknown(RecordedFigure figure) {
        return figure.includedIn() == null || figure.includedIn().equals("UNKNOWN");
    }

    private static boolean isOfSameProgrammeAndGroup(RecordedFigure one, RecordedFigure other) {
        return one.programme().equals(other.programme()) && one.of(TARGET_GROUP).equals(other.of(TARGET_GROUP));
    }

    private static boolean shareDays(Period one, Period other) {
        return one.from().isBefore(other.until()) && other.from().isBefore(one.until());
    }

    /** Tallies of a row that may hold one another, so that it has no sum. */
    private static List<RecordedFigure> doubleTallies(List<RecordedFigure> content) {
        return content.stream()
                .filter(tally -> content.stream().anyMatch(other -> mayHoldOneAnother(tally, other)))
                .toList();
    }

    private static boolean mayHoldOneAnother(RecordedFigure one, RecordedFigure other) {
        return one.tally()
                && other.tally()
                && !one.id().equals(other.id())
                && isOfSameProgrammeAndGroup(one, other)
                && shareDays(one.period(), other.period())
                && mayShareGround(one, other);
    }

    /** Abroad is apart. At home, a tally that names no municipality may be of any. */
    private static boolean mayShareGround(RecordedFigure one, RecordedFigure other) {
        boolean abroad = one.place().scope() == PlaceScope.ABROAD;
        if (abroad || other.place().scope() == PlaceScope.ABROAD) {
            return Objects.equals(one.place().country(), other.place().country());
        }
        return municipalities(one).isEmpty()
                || municipalities(other).isEmpty()
                || !Collections.disjoint(municipalities(one), municipalities(other));
    }

    // ---- Notes

    private SortedMap<String, ReachTable.Note> notes(
            Map<RecordedFigure, Set<Cell>> cells,
            Map<RecordedFigure, Set<Cell>> counted,
            Map<Cell, List<RecordedFigure>> contents) {
        SortedMap<String, ReachTable.Note> notes = new TreeMap<>();
        note(notes, "PARTIAL_OVERLAP", figures, figure -> days(figure) == Days.PARTLY && isAskedFor(figure));
        note(notes, "NOT_STATED", figures, figure -> days(figure) == Days.INSIDE && asked(figure) == Asked.NOT_STATED);
        note(notes, "SEVERAL_PLACES", figures, this::isLeftOutOfPlaces);
        note(
                notes,
                "INCLUDED_IN_TALLY",
                cells.keySet(),
                figure -> !isInclusionUnknown(figure)
                        && counted.get(figure).size() < cells.get(figure).size());
        note(
                notes,
                "INCLUSION_UNKNOWN",
                cells.keySet(),
                figure -> isInclusionUnknown(figure)
                        && counted.get(figure).size() < cells.get(figure).size());
        note(notes, "IN_SEVERAL_ROWS", cells.keySet(), figure -> isInSeveralRows(counted.get(figure)));
        noteSplit(notes, counted);
        noteOverlaps(notes, contents);
        notePeriods(notes, contents);
        noteNothing(notes, contents);
        noteEndOfRegister(notes, cells.keySet());
        return notes;
    }

    private static void note(
            Map<String, ReachTable.Note> notes,
            String code,
            Collection<RecordedFigure> figures,
            Predicate<RecordedFigure> condition) {
        note(notes, code, figures.stream().filter(condition).count(), List.of());
    }

    private static void note(Map<String, ReachTable.Note> notes, String code, long count, Collection<String> named) {
        if (count > 0) {
            notes.put(code, new ReachTable.Note(count, new TreeSet<>(named)));
        }
    }

    /** Of several municipalities: in the row of none, or left out because some are not in the place asked for. */
    private boolean isLeftOutOfPlaces(RecordedFigure figure) {
        if (days(figure) != Days.INSIDE || municipalities(figure).size() < 2) {
            return false;
        }
        return asked(figure) == Asked.SEVERAL_PLACES
                || asked(figure) == Asked.YES
                        && placesOfRows().stream().anyMatch(dimension -> placeOf(figure, dimension) == null);
    }

    private static boolean isInSeveralRows(Set<Cell> counted) {
        return counted.stream().filter(cell -> cell.part() != Part.TOTAL).count() > 1;
    }

    private static void noteSplit(Map<String, ReachTable.Note> notes, Map<RecordedFigure, Set<Cell>> counted) {
        List<RecordedFigure> split = counted.keySet().stream()
                .filter(figure -> counted.get(figure).stream().anyMatch(cell -> cell.part() == Part.UNALLOCATED))
                .toList();
        note(
                notes,
                "SPLIT",
                split.size(),
                split.stream().map(figure -> municipalities(figure).get(0)).toList());
    }

    private static void noteOverlaps(Map<String, ReachTable.Note> notes, Map<Cell, List<RecordedFigure>> contents) {
        Set<RecordedFigure> declared = new HashSet<>();
        Set<RecordedFigure> tallies = new HashSet<>();
        contents.values().forEach(content -> {
            tallies.addAll(doubleTallies(content));
            content.stream()
                    .filter(figure -> content.stream().anyMatch(other -> NaiveSum.overlap(figure, other)))
                    .forEach(declared::add);
        });
        note(notes, "OVERLAPS_DECLARED", declared.size(), List.of());
        note(notes, "OVERLAPPING_TALLIES", tallies.size(), List.of());
    }

    /** Nothing is in the answer or left out of it: the programme and the ids asked for are named, because they may be unknown. */
    private void noteNothing(Map<String, ReachTable.Note> notes, Map<Cell, List<RecordedFigure>> contents) {
        List<String> named = new ArrayList<>();
        if (question.programme() != null) {
            named.add("programme " + question.programme());
        }
        int programmes = named.size();
        for (String reference : List.of("roundId", "projectId", "organisationId")) {
            question.only().getOrDefault(reference, Set.of()).stream()
                    .filter(id -> !id.equals(NOT_STATED))
                    .forEach(id -> named.add(reference + " " + id));
        }
        boolean namesIds = named.size() > programmes;
        if (!contents.isEmpty()
                || !notes.isEmpty() && !(namesIds && notes.keySet().equals(Set.of("NOT_STATED")))) {
            return;
        }
        note(notes, "NOTHING_RECORDED", Math.max(1, named.size()), named);
    }

    /** How many rows and totals are of periods that overlap partly, which those are, and how many lengths rows have. */
    private void notePeriods(Map<String, ReachTable.Note> notes, Map<Cell, List<RecordedFigure>> contents) {
        long rows = 0;
        Set<String> overlapping = new TreeSet<>();
        Set<Period> ofRows = new TreeSet<>();
        for (Map.Entry<Cell, List<RecordedFigure>> cell : contents.entrySet()) {
            List<Period> periods =
                    cell.getValue().stream().map(RecordedFigure::period).toList();
            List<String> ofThis = periods.stream()
                    .filter(one -> periods.stream().anyMatch(two -> shareDays(one, two) && !one.equals(two)))
                    .map(Period::code)
                    .toList();
            rows += ofThis.isEmpty() ? 0 : 1;
            overlapping.addAll(ofThis);
            if (cell.getKey().part() != Part.TOTAL) {
                ofRows.addAll(periods);
            }
        }
        note(notes, "OVERLAPPING_PERIODS", rows, overlapping);
        long lengths = ofRows.stream().map(Period::length).distinct().count();
        if (question.by().contains(PERIOD) && lengths > 1) {
            note(
                    notes,
                    "UNEQUAL_PERIODS",
                    lengths,
                    ofRows.stream()
                            .map(period -> period.code() + " / " + period.years())
                            .toList());
        }
    }

    /** The map asked for, or days of an answer that depends on municipalities, are after the last day of the register. */
    private void noteEndOfRegister(Map<String, ReachTable.Note> notes, Collection<RecordedFigure> inAnswer) {
        LocalDate last = map.lastDay();
        LocalDate end = last.plusDays(1);
        boolean laterDays = question.from() != null && !question.from().isBefore(end)
                || question.until() != null && question.until().isAfter(end)
                || inAnswer.stream().anyMatch(figure -> figure.period().until().isAfter(end));
        boolean later =
                question.boundaries() != null && !question.boundaries().isBefore(end) || looksAtPlace() && laterDays;
        note(notes, "REGISTER_ENDS", later ? 1 : 0, List.of(last.toString()));
    }
}
