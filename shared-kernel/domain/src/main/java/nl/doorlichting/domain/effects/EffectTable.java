package nl.doorlichting.domain.effects;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import nl.doorlichting.domain.municipality.MunicipalityRegister;

/**
 * Puts figures in the rows of a query: each figure in every row whose codes it states, and once in the total. A figure
 * of several municipalities is in no row of a municipality, and a figure that a map divides is in no row of that map.
 *
 * <p>Source: docs/design/figures.md#effects.
 *
 * @param <C> what a row adds up to, while adding
 */
public final class EffectTable<C> {
    private final EffectQuery query;
    private final EffectPlaces places;
    private final Supplier<C> empty;
    private final EffectNotes notes = new EffectNotes();
    private final SortedMap<EffectKey, C> rows = new TreeMap<>();
    private final SortedMap<UnallocatedEffectKey, C> unallocated = new TreeMap<>();
    private final C total;

    public EffectTable(EffectQuery query, MunicipalityRegister register, Supplier<C> empty) {
        this.query = query;
        this.places = new EffectPlaces(query, register);
        this.empty = empty;
        this.total = empty.get();
    }

    /**
     * Adds a figure wherever it belongs.
     *
     * @param number how many projects or records it is of, for the notes
     */
    public void add(StatedActivity stated, long number, Consumer<C> figure) {
        if (stated.municipalities().size() > 1) {
            addOfSeveralPlaces(stated, number, figure);
            return;
        }
        var code = stated.municipalities().stream().findFirst().orElse(null);
        if (!places.wants(code)) {
            return;
        }
        notes.count(EffectNoteCode.IN_SEVERAL_ROWS, stated.isInSeveralRows(query) ? number : 0);
        if (places.isLost(code)) {
            addUnallocated(stated, code, number, figure);
            return;
        }
        addToRows(stated, places.shown(code), figure);
        figure.accept(total);
    }

    public SortedMap<EffectKey, C> rows() {
        return rows;
    }

    public SortedMap<UnallocatedEffectKey, C> unallocated() {
        return unallocated;
    }

    public C total() {
        return total;
    }

    /** To count in as well. */
    public EffectNotes notes() {
        return notes;
    }

    /** What the rows are by. */
    public Set<EffectDimension> dimensions() {
        return query.by();
    }

    private void addOfSeveralPlaces(StatedActivity stated, long number, Consumer<C> figure) {
        notes.count(EffectNoteCode.SEVERAL_PLACES, query.dependsOnRegister() ? number : 0);
        if (query.filtersByPlace()) {
            return;
        }
        notes.count(EffectNoteCode.IN_SEVERAL_ROWS, stated.isInSeveralRows(query) ? number : 0);
        addToRows(stated, null, figure);
        figure.accept(total);
    }

    private void addUnallocated(StatedActivity stated, String code, long number, Consumer<C> figure) {
        notes.count(EffectNoteCode.SPLIT, number);
        stated.keys(query, null)
                .map(key -> unallocated.computeIfAbsent(new UnallocatedEffectKey(key, code), first -> empty.get()))
                .forEach(figure);
        // With a place filter, a figure that may be elsewhere is not counted; without one it is.
        if (!query.filtersByPlace()) {
            figure.accept(total);
        }
    }

    private void addToRows(StatedActivity stated, String municipality, Consumer<C> figure) {
        stated.keys(query, municipality)
                .map(key -> rows.computeIfAbsent(key, first -> empty.get()))
                .forEach(figure);
    }
}
