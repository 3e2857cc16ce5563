package nl.doorlichting.reporting.activity;

/**
 * The parameter {@code strict} of new records, of changes and of files. This service does not know programmes and projects: the gateway asks the
 * funding service before it forwards the request, and here the parameter means nothing (docs/adr/0070, docs/adr/0078).
 */
public final class StrictParameter {
    public static final String DESCRIPTION =
            "true: 400 at each programme and project that is not known, at a project of another programme, and at a"
                    + " period of reach that is not within its programme; otherwise data quality shows them.";

    public static final String OF_CHANGE =
            "true: 400 at each programme and project that is named and not known, at a project of another programme, and"
                    + " at a period of reach that is not within its programme; otherwise data quality shows them.";
    public static final String OF_PROGRAMME =
            "true: 400 at a programme that is not known; otherwise data quality shows it.";
    public static final String OF_FILE =
            "true, or absent: 400 with the line of each programme and project that is not known, of each project of another"
                    + " programme than its row names, and of each period that is not within its programme; false: they are"
                    + " recorded, and data quality shows them.";

    private StrictParameter() {}
}
