package nl.doorlichting.reporting.imports;

/** Somebody else works on the import now: what this worker did last is not kept. */
final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LeaseLost() {
        super("the import was taken over", null, false, false);
    }
}
