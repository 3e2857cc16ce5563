package nl.doorlichting.reporting.releases.tables;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The tables of a release that its review page shows beside figures of all projects: public money, printed tables, what is found
 * in them, claims, the projects of the public catalogue with their reach, its lessons, and what was stated about what will last
 * (ADR 86). All but the reach are not of people.
 */
public enum ReviewTable implements ReleasedTable {
    MONEY_BY_BUDGET_LINE_AND_YEAR("finances", "budgetLine,year"),
    MONEY_BY_DESTINATION_AND_YEAR("finances", "destination,reason,year"),
    PROJECTS_BY_FUNDING_INSTRUMENT("finances", "fundingInstrument"),
    PRINTED_TABLES("published-tables", "printedTable"),
    FINDINGS_OF_PRINTED_TABLES("data-quality", "printedTable,finding"),
    CLAIMS("claims", "claim"),
    PUBLIC_PROJECTS("catalogue", "project"),
    PUBLIC_LESSONS("catalogue", "lesson"),
    EMBEDDING_STATEMENTS("embeddings", "statement"),
    REACH_BY_PUBLIC_PROJECT("catalogue", "projectId,targetGroup");

    private final String report;
    private final String dimensions;

    ReviewTable(String report, String dimensions) {
        this.report = report;
        this.dimensions = dimensions;
    }

    /** Whether it can be computed again as of an instant. The catalogue has no history, so neither has what follows from it. */
    public boolean isRepeatable() {
        return !Set.of(PUBLIC_PROJECTS, PUBLIC_LESSONS, EMBEDDING_STATEMENTS, REACH_BY_PUBLIC_PROJECT)
                .contains(this);
    }

    /** Whether the table with this name has amounts and counts of the funding service. */
    public static boolean isOfMoney(String table) {
        return Stream.of(MONEY_BY_BUDGET_LINE_AND_YEAR, MONEY_BY_DESTINATION_AND_YEAR, PROJECTS_BY_FUNDING_INSTRUMENT)
                .anyMatch(one -> one.jsonName().equals(table));
    }

    /** Whether the table with this name has counts of people, as another table of the release protects them. */
    public static boolean isOfReach(String table) {
        return table.equals(REACH_BY_PUBLIC_PROJECT.jsonName());
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
