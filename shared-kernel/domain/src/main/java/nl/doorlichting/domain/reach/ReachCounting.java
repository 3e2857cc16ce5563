package nl.doorlichting.domain.reach;

import nl.doorlichting.domain.figures.ReachSource;
import static nl.doorlichting.domain.reach.ReachDimension.MUNICIPALITY;
import static nl.doorlichting.domain.reach.ReachDimension.PERIOD;
import static nl.doorlichting.domain.reach.ReachDimension.TARGET_GROUP;

import java.util.ArrayList;
import java.util.List;
import nl.doorlichting.domain.municipality.MunicipalityRegister;

/** Takes facts one by one, decides where each counts, and makes the table. */
final class ReachCounting {

    private final ReachQuery query;
    private final Placing placing;
    private final ReachCells<ReachKey> rows = new ReachCells<>();
    private final ReachCells<ReachKey> totals = new ReachCells<>();
    private final ReachCells<UnallocatedKey> unallocated = new ReachCells<>();
    private final ReachNotes notes = new ReachNotes();

    ReachCounting(ReachQuery query, MunicipalityRegister register) {
        this.query = query;
        this.placing = new Placing(query, register);
    }

    void take(ReachFact fact) {
        PeriodFit fit = PeriodFit.of(fact.period(), query);
        if (fit == PeriodFit.OUTSIDE || !query.wants(fact.targetGroup())) {
            return;
        }
        Placement placement = placing.place(fact);
        if (fit == PeriodFit.INSIDE && fact.severalPlaces() && query.looksAtPlace()) {
            notes.count(ReachNoteCode.SEVERAL_PLACES, fact);
        }
        if (!placing.passes(placement)) {
            return;
        }
        if (fit == PeriodFit.STICKS_OUT) {
            notes.count(ReachNoteCode.PARTIAL_OVERLAP, fact);
            return;
        }
        count(fact, placement);
    }

    ReachTable table(ReachSource source) {
        List<ReachCell> allRows = new ArrayList<>(rows.all());
        allRows.addAll(unallocated.all());
        return new ReachTable(
                query.by(),
                rows.list((key, cell) -> new ReachRow(source, key, cell.reach())),
                totals.list((key, cell) -> new ReachTotal(source, key.period(), cell.reach())),
                unallocated.list((key, cell) -> new UnallocatedReach(source, key.key(), key.from(), cell.reach())),
                notes.notes(allRows, totals.all(), query.by(PERIOD)));
    }

    private void count(ReachFact fact, Placement placement) {
        if (fact.inclusion() == Inclusion.UNKNOWN) {
            notes.count(ReachNoteCode.INCLUSION_UNKNOWN, fact);
        }
        if (!countsAt(fact, placement)) {
            return;
        }
        if (placement instanceof Placement.Unallocated lost && standsUnallocated(fact)) {
            countUnallocated(fact, lost);
            return;
        }
        rows.add(key(fact, fact.inclusion() == Inclusion.TALLY ? new Placement.Nowhere() : placement), fact);
        countInTotal(fact);
    }

    // A tally is in no row of a municipality anyway. With a place filter a note says that it may be elsewhere.
    private boolean standsUnallocated(ReachFact fact) {
        return fact.inclusion() != Inclusion.TALLY || query.filtersByPlace();
    }

    // A figure that is part of a tally counts where the tally cannot: in a municipality.
    private boolean countsAt(ReachFact fact, Placement placement) {
        return fact.isAdded() || query.by(MUNICIPALITY) && !(placement instanceof Placement.Nowhere);
    }

    private void countUnallocated(ReachFact fact, Placement.Unallocated lost) {
        unallocated.add(new UnallocatedKey(key(fact, lost).without(MUNICIPALITY), lost.from()), fact);
        notes.countSplit(fact);
        // With a place filter, a figure that may be elsewhere is not counted; without one it is.
        if (!query.filtersByPlace()) {
            countInTotal(fact);
        }
    }

    private void countInTotal(ReachFact fact) {
        if (fact.isAdded()) {
            totals.add(key(fact, new Placement.Nowhere()).without(TARGET_GROUP).without(MUNICIPALITY), fact);
        }
    }

    private ReachKey key(ReachFact fact, Placement placement) {
        String code = placement instanceof Placement.In in ? in.code() : null;
        return new ReachKey(query.by(), fact.period(), fact.targetGroup(), code);
    }
}
