package nl.doorlichting.domain.figures;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import nl.doorlichting.domain.figures.TablePosition.Part;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;

/**
 * Takes facts one by one, decides with the rules where each counts, and makes the table.
 *
 * <p>Source: docs/design/figures.md.
 *
 * @param <M> what a row adds up to
 */
public final class TableMaker<M> {
    private static final Set<NoteCode> LEFT_OUT =
            Set.of(NoteCode.PARTIAL_OVERLAP, NoteCode.NOT_STATED, NoteCode.SEVERAL_PLACES, NoteCode.SPLIT);

    private final Question question;
    private final Places places;
    private final Filters filters;
    private final List<Dimension> rowsBy;
    private final List<Dimension> totalsBy;
    private final Measure<M> measure;
    private final Map<Part, Map<Key, Cell<M>>> cells = new EnumMap<>(Part.class);
    private final Inclusions inclusions = new Inclusions();
    // What may be part of tallies waits until all tallies are counted.
    private final List<Standing<M>> parts = new ArrayList<>();
    // Of each position, the tallies that hold figures there.
    private final Map<TablePosition, Set<String>> holding = new HashMap<>();
    private final Notes notes = new Notes();
    private boolean allTalliesAdded;
    private IntConsumer rows = number -> {};
    // The one that ends last.
    private Period lastPeriod;

    private record Standing<M>(Fact<M> fact, Set<TablePosition> positions) {}

    public TableMaker(Question question, MunicipalityRegister register, Measure<M> measure) {
        this.question = question;
        this.places = new Places(question, register);
        this.filters = new Filters(question, places);
        this.rowsBy = List.copyOf(question.by());
        this.totalsBy = question.totalsBy();
        this.measure = measure;
        Stream.of(Part.values()).forEach(part -> cells.put(part, new HashMap<>()));
    }

    /**
     * The same with this receiver of how many rows there are, unallocated ones included, whenever there is another one. It may
     * throw, so that no more of them are made.
     */
    public TableMaker<M> counting(IntConsumer receiver) {
        rows = receiver;
        return this;
    }

    /** The table of these facts. Facts that the question does not ask for are ignored, or counted in a note. */
    public static <M> Table<M> table(
            Question question, MunicipalityRegister register, Measure<M> measure, Collection<Fact<M>> facts) {
        TableMaker<M> maker = new TableMaker<>(question, register, measure);
        facts.forEach(maker::add);
        return maker.table();
    }

    /** The figures of those facts that the question asks for, in their order. The notes count what its filters leave out. */
    public static <E> List<E> asked(
            Question question, MunicipalityRegister register, Collection<Fact<E>> facts, Notes notes) {
        TableMaker<List<E>> maker = new TableMaker<>(question.rowsBy(), register, Measure.listed());
        facts.forEach(fact -> maker.add(fact.counting(List.of(fact.measure()))));
        Table<List<E>> table = maker.table();
        table.notes().stream().filter(note -> LEFT_OUT.contains(note.code())).forEach(notes::count);
        return table.total(List.of());
    }

    /** Adds a fact wherever it belongs. The steps stand in the order in which notes count. */
    public void add(Fact<M> fact) {
        Period period = fact.period();
        Periods.Fit fit = Periods.fit(fact, period, question);
        if (fit == Periods.Fit.OUTSIDE) {
            return;
        }
        Places.Placement placement = places.place(fact.municipalities());
        Filters.Asked asked = filters.asked(fact, placement);
        boolean counts = asked == Filters.Asked.YES || asked == Filters.Asked.PERHAPS;
        if (fit == Periods.Fit.NOT_STATED) {
            notes.count(NoteCode.NOT_STATED, counts || asked == Filters.Asked.NOT_STATED ? fact.records() : 0);
            return;
        }
        if (fit == Periods.Fit.STICKS_OUT) {
            notes.count(NoteCode.PARTIAL_OVERLAP, counts ? fact.records() : 0);
            return;
        }
        if (asked == Filters.Asked.SEVERAL_PLACES
                || asked == Filters.Asked.YES && placement.isOfSeveralPlaces() && places.isInNoRow(placement)) {
            notes.count(NoteCode.SEVERAL_PLACES, fact.records());
        }
        if (asked == Filters.Asked.NOT_STATED && question.structure().isReported()) {
            notes.count(NoteCode.NOT_STATED, fact.records());
        }
        if (!counts) {
            return;
        }
        if (period != null && (lastPeriod == null || !lastPeriod.until().isAfter(period.until()))) {
            lastPeriod = period;
        }
        Set<TablePosition> positions = positions(fact, placement, asked);
        if (fact.inclusion().isPerhapsInTally()) {
            if (allTalliesAdded) {
                countPart(fact, positions);
                return;
            }
            parts.add(new Standing<>(fact, positions));
            return;
        }
        if (fact.inclusion().isTally()) {
            if (allTalliesAdded) {
                throw new IllegalStateException("a tally after the last one");
            }
            measure.counts()
                    .apply(fact.measure())
                    .keySet()
                    .forEach(counted -> inclusions.count(fact, counted, positions));
        }
        count(fact, positions);
    }

    /** States that no tally follows. What may be part of tallies then needs not wait, and memory holds rows only. */
    public void allTalliesAreAdded() {
        parts.forEach(part -> countPart(part.fact(), part.positions()));
        parts.clear();
        allTalliesAdded = true;
    }

    /** To count in as well. */
    public Notes notes() {
        return notes;
    }

    /** The table of what was added so far. */
    public Table<M> table() {
        parts.forEach(part -> countPart(part.fact(), part.positions()));
        parts.clear();
        Notes all = notes.copy();
        if (isNothing()) {
            List<String> named = question.references();
            all.countNamed(NoteCode.NOTHING_RECORDED, Math.max(1, named.size()), named);
        }
        places.noteEndOfRegister(lastPeriod, all);
        all.count(NoteCode.OVERLAPS_DECLARED, countInCells((cell, ids) -> ids.addAll(cell.overlaps())));
        all.count(
                NoteCode.OVERLAPPING_TALLIES,
                countInCells((cell, ids) -> cell.doubleTallies().values().forEach(ids::addAll)));
        if (question.structure().isOfPeriods()) {
            List<Cell<?>> rows = new ArrayList<>(cells.get(Part.ROW).values());
            rows.addAll(cells.get(Part.UNALLOCATED).values());
            Periods.compare(question, rows, List.copyOf(cells.get(Part.TOTAL).values()), all);
        }
        return new Table<>(question, list(Part.ROW), list(Part.TOTAL), list(Part.UNALLOCATED), all.all());
    }

    /** What states no project was not asked for by naming one, so that its note explains no empty answer. */
    private boolean isNothing() {
        return cells.values().stream().allMatch(Map::isEmpty)
                && notes.all().stream()
                        .allMatch(note -> note.code() == NoteCode.NOT_STATED && question.filtersByReference());
    }

    /** How many different records the cells have together of those that are added for each. */
    private long countInCells(BiConsumer<Cell<M>, Set<String>> add) {
        Set<String> ids = new HashSet<>();
        cells.values().forEach(part -> part.values().forEach(cell -> add.accept(cell, ids)));
        return ids.size();
    }

    private Set<TablePosition> positions(Fact<M> fact, Places.Placement placement, Filters.Asked asked) {
        Set<TablePosition> positions = new LinkedHashSet<>();
        if (fact.use() != Fact.Use.TOTALS) {
            addRows(positions, fact, placement, asked);
        }
        // With a place filter, a figure that may be elsewhere is not counted; without one it is.
        if (fact.use() != Fact.Use.ROWS && asked == Filters.Asked.YES) {
            for (Key key : Crossing.keys(fact, totalsBy, Map.of())) {
                positions.add(new TablePosition(Part.TOTAL, key));
            }
        }
        return positions;
    }

    // A tally stands in no place, because its parts may be there.
    private void addRows(Set<TablePosition> positions, Fact<M> fact, Places.Placement placement, Filters.Asked asked) {
        boolean tally = fact.inclusion().isTally();
        if (asked == Filters.Asked.PERHAPS || !tally && placement.isDivided() && places.isInNoRow(placement)) {
            for (Key key : Crossing.keys(fact, question.apartFromPlace(), Map.of())) {
                positions.add(
                        new TablePosition(Part.UNALLOCATED, key.with(Dimension.UNALLOCATED_FROM, placement.from())));
            }
            return;
        }
        for (Key key : Crossing.keys(fact, rowsBy, tally ? Map.of() : places.valuesOf(placement))) {
            positions.add(new TablePosition(Part.ROW, key));
        }
    }

    private void countPart(Fact<M> fact, Set<TablePosition> positions) {
        Set<TablePosition> counted = new LinkedHashSet<>();
        boolean held = false;
        for (Map.Entry<String, M> some : measure.counts().apply(fact.measure()).entrySet()) {
            for (TablePosition position : positions) {
                if (isHeld(fact, some.getKey(), position)) {
                    held = true;
                } else {
                    cell(position).add(fact, some.getKey(), some.getValue());
                    counted.add(position);
                }
            }
        }
        if (held) {
            notes.count(
                    fact.inclusion().kind() == Inclusion.Kind.UNKNOWN
                            ? NoteCode.INCLUSION_UNKNOWN
                            : NoteCode.INCLUDED_IN_TALLY,
                    fact.records());
        }
        note(fact, counted);
    }

    private boolean isHeld(Fact<M> fact, String counted, TablePosition position) {
        Set<String> tallies = inclusions.holding(fact, counted, position);
        if (tallies.isEmpty()) {
            return false;
        }
        holding.computeIfAbsent(position, first -> new TreeSet<>()).addAll(tallies);
        return true;
    }

    private void count(Fact<M> fact, Set<TablePosition> positions) {
        positions.forEach(position -> cell(position).add(fact));
        note(fact, positions);
    }

    private Cell<M> cell(TablePosition position) {
        Cell<M> known = cells.get(position.part()).get(position.key());
        if (known != null) {
            return known;
        }
        Cell<M> first = new Cell<>(measure);
        cells.get(position.part()).put(position.key(), first);
        if (position.part() != Part.TOTAL) {
            rows.accept(cells.get(Part.ROW).size() + cells.get(Part.UNALLOCATED).size());
        }
        return first;
    }

    private void note(Fact<M> fact, Set<TablePosition> positions) {
        int rows = 0;
        boolean split = false;
        for (TablePosition position : positions) {
            if (position.part() == Part.UNALLOCATED && !split) {
                split = true;
                notes.countOf(
                        NoteCode.SPLIT, fact.records(), (String) position.key().get(Dimension.UNALLOCATED_FROM));
            }
            rows += position.part() == Part.TOTAL ? 0 : 1;
        }
        notes.count(NoteCode.IN_SEVERAL_ROWS, rows > 1 ? fact.records() : 0);
    }

    private List<Table.Row<M>> list(Part part) {
        return cells.get(part).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Table.Row<>(
                        entry.getKey(),
                        entry.getValue().sum(),
                        entry.getValue().doubleTallies().keySet(),
                        holding.getOrDefault(new TablePosition(part, entry.getKey()), Set.of())))
                .toList();
    }
}
