package nl.doorlichting.funding.budgetstatistics;

import java.util.List;
import java.util.UUID;
import nl.doorlichting.kernel.money.Money;
import nl.doorlichting.kernel.vocabulary.FundingInstrument;
import nl.doorlichting.kernel.vocabulary.ReallocationReason;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A programme's money, as {@code reports/finances} shows it. Every list of years is the same: those with any entry.
 *
 * @param rows budget lines depth first, the root first, each with all beneath it
 * @param projects by funding instrument; the row without one comes last
 * @param revision grows with every change of the figures
 */
public record BudgetStatisticsResponse(
        List<Row> rows, List<Reallocation> reallocations, List<Projects> projects, String revision) {

    /** A budget line with all beneath it. */
    @Schema(name = "BudgetStatisticsRow")
    public record Row(
            UUID lineId,
            String code,
            String name,
            @Schema(nullable = true) UUID parentId,
            List<Year> years,
            Total total) {}

    /**
     * One year of a line; null where nothing is booked, and, below a line with reallocations, where nobody knows.
     *
     * @param spendable budgeted less reallocated
     * @param left spendable less disbursed
     */
    @Schema(name = "BudgetStatisticsYear")
    public record Year(
            int year,
            @Schema(nullable = true) Money budgeted,
            @Schema(nullable = true) Money reallocated,
            @Schema(nullable = true) Money spendable,
            @Schema(nullable = true) Money disbursed,
            @Schema(nullable = true) Money left) {}

    /** All years of a line together, in the terms of a year. */
    @Schema(name = "BudgetStatisticsTotal")
    public record Total(
            @Schema(nullable = true) Money budgeted,
            @Schema(nullable = true) Money reallocated,
            @Schema(nullable = true) Money spendable,
            @Schema(nullable = true) Money disbursed,
            @Schema(nullable = true) Money left) {}

    /** Money that went to a destination; below zero it came from there. */
    @Schema(name = "BudgetStatisticsReallocation")
    public record Reallocation(
            String destination, ReallocationReason reason, List<ReallocationYear> years, Money total) {}

    /** One year of a destination; null where nothing is booked. */
    @Schema(name = "BudgetStatisticsReallocationYear")
    public record ReallocationYear(
            int year, @Schema(nullable = true) Money amount) {}

    /**
     * Projects by how the money went out.
     *
     * @param count awards according to the award tallies; null without a tally that counts
     * @param described projects recorded one by one; they may be among the counted, so the two are never added
     */
    @Schema(name = "BudgetStatisticsProjects")
    public record Projects(
            @Schema(nullable = true) FundingInstrument fundingInstrument,
            @Schema(nullable = true) Long count,
            long described) {}
}
