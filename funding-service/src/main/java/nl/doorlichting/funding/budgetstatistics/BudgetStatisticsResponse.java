package nl.doorlichting.funding.budgetstatistics;

import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.quantity.AggregatedQuantity;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.ReallocationReason;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A programme's money, as {@code reports/finances} shows it. Every list of years is the same: those with any entry.
 *
 * @param rows budget lines depth first, the root first, each with all beneath it; empty where the programme has no line
 * @param reallocations moves of money, one for each destination and reason, in the order in which they were first
 *     booked, with the amount of each year; empty where none is booked
 * @param projects numbers of projects and awards by funding instrument, those without one last; an instrument without
 *     any has no row, and the list is empty without any
 * @param revision state of the figures, as a text to compare: it differs after every change of them
 */
public record BudgetStatisticsResponse(
        List<Row> rows, List<Reallocation> reallocations, List<Projects> projects, String revision) {

    /**
     * A budget line with all beneath it.
     *
     * @param lineId id of the budget line
     * @param code code of the line, unique in the programme
     * @param name name as printed in the budget
     * @param parentId id of the line above this one; null for the root
     * @param years figures year by year, oldest first: the same years for every line, those in which the programme has
     *     any entry
     * @param total figures of all years together
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
     * One year of a line, with all lines beneath it.
     *
     * @param year budget year, as in 2009
     * @param budgeted money budgeted in the year, in euros, corrections counted; null where nothing is booked
     * @param reallocated money moved out of the line in the year, in euros, below zero where money came in; null where
     *     nothing is booked, and below a line where reallocations are booked, because it is unknown how they divide
     * @param spendable budgeted minus reallocated, in euros, where one that is not booked counts as nothing; null where
     *     neither is booked, and below a line where reallocations are booked
     * @param committed money promised to recipients in the year, in euros, less what was taken back; null where nothing
     *     is booked
     * @param available spendable minus committed, in euros: what can still be promised. What is not booked counts as
     *     nothing; null where none of it is booked, and below a line where reallocations are booked
     * @param disbursed money paid out in the year, in euros, less what came back; null where nothing is booked
     * @param left spendable minus disbursed, in euros: what can still be paid. What is not booked counts as nothing;
     *     null where none of it is booked, and below a line where reallocations are booked
     * @param rounding how far each of these amounts can be off either way because entries are rounded, in euros
     * @param links paths of the lists of entries that each of these amounts is made of
     */
    @Schema(name = "BudgetStatisticsYear")
    public record Year(
            int year,
            @Schema(nullable = true) Money budgeted,
            @Schema(nullable = true) Money reallocated,
            @Schema(nullable = true) Money spendable,
            @Schema(nullable = true) Money committed,
            @Schema(nullable = true) Money available,
            @Schema(nullable = true) Money disbursed,
            @Schema(nullable = true) Money left,
            Rounding rounding,
            Links links) {}

    /**
     * All years of a line together, with all lines beneath it, in the terms of a year.
     *
     * @param budgeted money budgeted in all years, in euros, corrections counted; null where nothing is booked
     * @param reallocated money moved out of the line in all years, in euros, below zero where money came in; null where
     *     nothing is booked, and below a line where reallocations are booked, because it is unknown how they divide
     * @param spendable budgeted minus reallocated, in euros, where one that is not booked counts as nothing; null where
     *     neither is booked, and below a line where reallocations are booked
     * @param committed money promised to recipients in all years, in euros, less what was taken back; null where
     *     nothing is booked
     * @param available spendable minus committed, in euros: what can still be promised. What is not booked counts as
     *     nothing; null where none of it is booked, and below a line where reallocations are booked
     * @param disbursed money paid out in all years, in euros, less what came back; null where nothing is booked
     * @param left spendable minus disbursed, in euros: what can still be paid. What is not booked counts as nothing;
     *     null where none of it is booked, and below a line where reallocations are booked
     * @param rounding how far each of these amounts can be off either way because entries are rounded, in euros
     * @param links paths of the lists of entries that each of these amounts is made of
     */
    @Schema(name = "BudgetStatisticsTotal")
    public record Total(
            @Schema(nullable = true) Money budgeted,
            @Schema(nullable = true) Money reallocated,
            @Schema(nullable = true) Money spendable,
            @Schema(nullable = true) Money committed,
            @Schema(nullable = true) Money available,
            @Schema(nullable = true) Money disbursed,
            @Schema(nullable = true) Money left,
            Rounding rounding,
            Links links) {}

    /**
     * How far each amount can be off, either way, only because its entries are rounded or known to be below a
     * threshold: half of {@code roundedTo} and the whole of {@code belowThreshold} of every entry. Null where the
     * amount is; 0.00 where every entry is exact. A difference beyond this is something else than rounding.
     *
     * @param budgeted how far budgeted can be off either way, in euros; null where budgeted is null
     * @param reallocated how far reallocated can be off either way, in euros; null where reallocated is null
     * @param spendable how far spendable can be off either way, in euros; null where spendable is null
     * @param committed how far committed can be off either way, in euros; null where committed is null
     * @param available how far available can be off either way, in euros; null where available is null
     * @param disbursed how far disbursed can be off either way, in euros; null where disbursed is null
     * @param left how far left can be off either way, in euros; null where left is null
     */
    @Schema(name = "BudgetStatisticsRounding")
    public record Rounding(
            @Schema(nullable = true) Money budgeted,
            @Schema(nullable = true) Money reallocated,
            @Schema(nullable = true) Money spendable,
            @Schema(nullable = true) Money committed,
            @Schema(nullable = true) Money available,
            @Schema(nullable = true) Money disbursed,
            @Schema(nullable = true) Money left) {}

    /**
     * Paths of the entries that each amount is made of; null where the amount is.
     *
     * @param budgeted path of the entries that budgeted is made of; null where the amount is null
     * @param reallocated path of the entries that reallocated is made of; null where the amount is null
     * @param spendable path of the entries that spendable is made of; null where the amount is null
     * @param committed path of the entries that committed is made of; null where the amount is null
     * @param available path of the entries that available is made of; null where the amount is null
     * @param disbursed path of the entries that disbursed is made of; null where the amount is null
     * @param left path of the entries that left is made of; null where the amount is null
     */
    @Schema(name = "BudgetStatisticsLinks")
    public record Links(
            @Schema(nullable = true) String budgeted,
            @Schema(nullable = true) String reallocated,
            @Schema(nullable = true) String spendable,
            @Schema(nullable = true) String committed,
            @Schema(nullable = true) String available,
            @Schema(nullable = true) String disbursed,
            @Schema(nullable = true) String left) {}

    /**
     * Money that went to a destination; below zero it came from there.
     *
     * @param destination where the money went to, or came from, as printed
     * @param reason why the money was moved
     * @param years amount of each year, oldest first: the same years as in the rows
     * @param total sum over the years, in euros; below zero where more came in than went out
     * @param entries path of the list of entries that the total is made of
     */
    @Schema(name = "BudgetStatisticsReallocation")
    public record Reallocation(
            String destination, ReallocationReason reason, List<ReallocationYear> years, Money total, String entries) {}

    /**
     * One year of a destination; null where nothing is booked.
     *
     * @param year budget year, as in 2009
     * @param amount amount of the year, in euros, below zero where money came in; null where nothing is booked
     * @param entries path of the list of entries that the amount is made of; null where nothing is booked
     */
    @Schema(name = "BudgetStatisticsReallocationYear")
    public record ReallocationYear(
            int year,
            @Schema(nullable = true) Money amount,
            @Schema(nullable = true) String entries) {}

    /**
     * Projects and awards by how the money went out.
     *
     * @param fundingInstrument how the money went out; null for projects that state none
     * @param count number that the award tallies of this instrument state together, each award taken for one project:
     *     the best estimate of their sum; null where there is no such tally or none that states a number, and for
     *     projects without an instrument
     * @param counted the same sum with how certain it is: its bounds, and how many tallies of each kind stand behind
     *     it; null where there is no such tally, and for projects without an instrument
     * @param described number of projects, and of parts of projects, that are recorded one by one; they may be among
     *     the counted, so the two are never added
     * @param awards number of awards that are recorded one by one, are not revoked or withdrawn, and are in no
     *     award tally that states a number (includedIn); with count it is the number of all awards
     * @param awardsBeyondTallies number of awards that state an award tally beyond the most that it counts, so that
     *     count is too low by as many; 0 where every tally counts the awards that state it
     */
    @Schema(name = "BudgetStatisticsProjects")
    public record Projects(
            @Schema(nullable = true) FundingInstrument fundingInstrument,
            @Schema(nullable = true) Long count,
            @Schema(nullable = true) AggregatedQuantity counted,
            long described,
            long awards,
            long awardsBeyondTallies) {}
}
