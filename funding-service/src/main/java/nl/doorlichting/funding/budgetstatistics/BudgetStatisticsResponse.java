package nl.doorlichting.funding.budgetstatistics;

import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.ReallocationReason;
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

    /**
     * A budget line with all beneath it.
     *
     * @param code code of the line, unique in the programme
     * @param name name as printed in the budget
     * @param parentId line above this one; null for the root
     */
    @Schema(name = "BudgetStatisticsRow")
    public record Row(
            UUID lineId,
            String code,
            String name,
            @Schema(nullable = true) UUID parentId,
            List<Year> years,
            Total total) {}

    /**
     * One year of a line; null where nothing is booked, and, below a line with reallocations, where it is unknown.
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
            @Schema(nullable = true) Money left,
            Rounding rounding,
            Links links) {}

    /** All years of a line together, in the terms of a year. */
    @Schema(name = "BudgetStatisticsTotal")
    public record Total(
            @Schema(nullable = true) Money budgeted,
            @Schema(nullable = true) Money reallocated,
            @Schema(nullable = true) Money spendable,
            @Schema(nullable = true) Money disbursed,
            @Schema(nullable = true) Money left,
            Rounding rounding,
            Links links) {}

    /**
     * How far each amount can be off, either way, only because its entries are rounded or known to be below a
     * threshold: half of {@code roundedTo} and the whole of {@code belowThreshold} of every entry. Null where the
     * amount is; 0.00 where every entry is exact. A difference beyond this is something else than rounding.
     */
    @Schema(name = "BudgetStatisticsRounding")
    public record Rounding(
            @Schema(nullable = true) Money budgeted,
            @Schema(nullable = true) Money reallocated,
            @Schema(nullable = true) Money spendable,
            @Schema(nullable = true) Money disbursed,
            @Schema(nullable = true) Money left) {}

    /** Paths at the gateway of the entries that each amount is made of; null where the amount is. */
    @Schema(name = "BudgetStatisticsLinks")
    public record Links(
            @Schema(nullable = true) String budgeted,
            @Schema(nullable = true) String reallocated,
            @Schema(nullable = true) String spendable,
            @Schema(nullable = true) String disbursed,
            @Schema(nullable = true) String left) {}

    /**
     * Money that went to a destination; below zero it came from there.
     *
     * @param reason why the money was moved
     * @param total sum over the years, in euros
     * @param entries path at the gateway of the entries that the total is made of
     */
    @Schema(name = "BudgetStatisticsReallocation")
    public record Reallocation(
            String destination, ReallocationReason reason, List<ReallocationYear> years, Money total, String entries) {}

    /**
     * One year of a destination; null where nothing is booked.
     *
     * @param entries path at the gateway of the entries that the amount is made of
     */
    @Schema(name = "BudgetStatisticsReallocationYear")
    public record ReallocationYear(
            int year,
            @Schema(nullable = true) Money amount,
            @Schema(nullable = true) String entries) {}

    /**
     * Projects by how the money went out.
     *
     * @param fundingInstrument how the money went out; null for projects that state none
     * @param count awards according to the award tallies; null without a tally that counts
     * @param described projects recorded one by one; they may be among the counted, so the two are never added
     */
    @Schema(name = "BudgetStatisticsProjects")
    public record Projects(
            @Schema(nullable = true) FundingInstrument fundingInstrument,
            @Schema(nullable = true) Long count,
            long described) {}
}
