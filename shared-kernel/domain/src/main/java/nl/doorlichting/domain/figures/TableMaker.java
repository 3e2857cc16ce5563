package nl.doorlichting.domain.figures;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.doorlichting.domain.municipality.MunicipalityRegister;

/**
 * Takes facts one by one, decides with the rules where each counts, and makes the table.
 *
 * <p>Source: docs/design/figures.md.
 *
 * @param <M> what a row adds up to
 */
public final class TableMaker<M> {
    private final Question question;
    private final Places places;
    private final Measure<M> measure;
    private final SortedMap<Key, Cell<M>> rows = new TreeMap<>();
    private final SortedMap<Key, Cell<M>> totals = new TreeMap<>();
    private final SortedMap<Key, Cell<M>> unallocated = new TreeMap<>();
    private final Notes notes = new Notes();

    public TableMaker(Question question, MunicipalityRegister register, Measure<M> measure) {
        this.question = question;
        this.places = new Places(question, register);
        this.measure = measure;
    }

    /** The table of these facts. Facts that the question does not ask for are ignored, or counted in a note. */
    public static <M> Table<M> table(
            Question question, MunicipalityRegister register, Measure<M> measure, Collection<Fact<M>> facts) {
        TableMaker<M> maker = new TableMaker<>(question, register, measure);
        facts.forEach(maker::add);
        return maker.table();
    }

    /** Adds a fact wherever it belongs. The steps stand in the order in which notes count. */
    public void add(Fact<M> fact) {
        Periods.Fit fit = Periods.fit(fact.period(), question);
        if (fit == Periods.Fit.OUTSIDE || !Filters.pass(fact, question)) {
            return;
        }
        Places.Placement placement = places.place(fact.municipalities());
        if (fit == Periods.Fit.INSIDE && fact.isOfSeveralPlaces() && question.looksAtPlace()) {
            notes.count(NoteCode.SEVERAL_PLACES, fact.records());
        }
        if (fact.municipalities() != null && !places.pass(placement)) {
            return;
        }
        if (fit == Periods.Fit.STICKS_OUT) {
            notes.count(NoteCode.PARTIAL_OVERLAP, fact.records());
            return;
        }
        if (fact.inclusion() == Inclusion.UNKNOWN) {
            notes.count(NoteCode.INCLUSION_UNKNOWN, fact.records());
        }
        if (Inclusions.countsInRows(fact, placement, question)) {
            count(fact, Inclusions.placement(fact, placement, question));
        }
    }

    /** To count in as well. */
    public Notes notes() {
        return notes;
    }

    public Table<M> table() {
        if (question.structure().comparesPeriods()) {
            List<Cell<?>> all = new ArrayList<>(rows.values());
            all.addAll(unallocated.values());
            Periods.compare(question, all, List.copyOf(totals.values()), notes);
        }
        return new Table<>(question, list(rows), list(totals), list(unallocated), notes.all());
    }

    private void count(Fact<M> fact, Places.Placement placement) {
        if (fact.use() != Fact.Use.TOTALS) {
            countInRows(fact, placement);
        }
        // With a place filter, a figure that may be elsewhere is not counted; without one it is.
        boolean elsewhere = placement instanceof Places.Placement.Unallocated && question.filtersByPlace();
        if (fact.use() != Fact.Use.ROWS && Inclusions.countsInTotals(fact) && !elsewhere) {
            add(totals, Crossing.keys(fact, question.totalsBy(), Map.of()), fact);
        }
    }

    private void countInRows(Fact<M> fact, Places.Placement placement) {
        List<Key> apartFromPlace = Crossing.keys(fact, question.apartFromPlace(), Map.of());
        notes.count(NoteCode.IN_SEVERAL_ROWS, apartFromPlace.size() > 1 ? fact.records() : 0);
        if (placement instanceof Places.Placement.Unallocated lost) {
            notes.countOf(NoteCode.SPLIT, fact.records(), lost.from());
            add(
                    unallocated,
                    apartFromPlace.stream()
                            .map(key -> key.with(Dimension.UNALLOCATED_FROM, lost.from()))
                            .toList(),
                    fact);
            return;
        }
        add(rows, Crossing.keys(fact, question.by(), places.values(placement)), fact);
    }

    private void add(SortedMap<Key, Cell<M>> cells, List<Key> keys, Fact<M> fact) {
        keys.forEach(key -> cells.computeIfAbsent(
                        key, first -> new Cell<>(measure.none().get()))
                .add(fact, measure));
    }

    private List<Table.Row<M>> list(SortedMap<Key, Cell<M>> cells) {
        return cells.entrySet().stream()
                .map(entry -> new Table.Row<>(entry.getKey(), entry.getValue().sum(), isWithheld(entry.getValue())))
                .toList();
    }

    private boolean isWithheld(Cell<M> cell) {
        return question.structure().comparesPeriods() && !cell.overlapping().isEmpty();
    }
}
