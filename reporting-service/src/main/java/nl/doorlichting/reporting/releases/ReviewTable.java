package nl.doorlichting.reporting.releases;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * The tables of a release that are not of people: public money, printed tables, what is found in them, claims, and the projects
 * of the public catalogue (ADR 86).
 */
enum ReviewTable implements ReleasedTable {
    MONEY_BY_BUDGET_LINE_AND_YEAR("finances", "budgetLine,year"),
    MONEY_BY_DESTINATION_AND_YEAR("finances", "destination,reason,year"),
    PROJECTS_BY_FUNDING_INSTRUMENT("finances", "fundingInstrument"),
    PRINTED_TABLES("published-tables", "printedTable"),
    FINDINGS_OF_PRINTED_TABLES("data-quality", "printedTable,finding"),
    CLAIMS("claims", "claim"),
    PUBLIC_PROJECTS("catalogue", "project");

    private final String report;
    private final String dimensions;

    ReviewTable(String report, String dimensions) {
        this.report = report;
        this.dimensions = dimensions;
    }

    /** Whether it can be computed again as of an instant. The catalogue has no history. */
    boolean isRepeatable() {
        return this != PUBLIC_PROJECTS;
    }

    /** Whether the table with this name has amounts and counts of the funding service. */
    static boolean isOfMoney(String table) {
        return Stream.of(MONEY_BY_BUDGET_LINE_AND_YEAR, MONEY_BY_DESTINATION_AND_YEAR, PROJECTS_BY_FUNDING_INSTRUMENT)
                .anyMatch(one -> one.jsonName().equals(table));
    }

    @Override
    public String jsonName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String report() {
        return report;
    }

    @Override
    public String dimensions() {
        return dimensions;
    }

    @Override
    public boolean isByPlace() {
        return false;
    }
}
