package nl.doorlichting.reporting.activity;

/**
 * The parameter {@code strict} of new records. This service does not know programmes and projects: the gateway asks the
 * funding service before it forwards the request, and here the parameter means nothing (docs/adr/0070).
 */
public final class StrictReferences {
    public static final String DESCRIPTION =
            "true: 400 at each programme and project that is not known, and at a period"
                    + " of reach that is not within its programme; otherwise data quality shows them.";

    private StrictReferences() {}
}
