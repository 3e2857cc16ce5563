package nl.doorlichting.domain.figures;

/** A row, a total or an unallocated row, before and while figures are added up there. */
record TablePosition(Part part, Key key) {

    /** Parts of a table. */
    enum Part {
        ROW,
        TOTAL,
        UNALLOCATED
    }

    /** The same whatever the time. */
    TablePosition apartFromTime() {
        return new TablePosition(part, key.apartFromTime());
    }
}
