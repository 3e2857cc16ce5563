package nl.doorlichting.gateway.reports.finances;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.doorlichting.domain.figures.NoteCode;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.quantity.AggregatedQuantity;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.ReallocationReason;
import nl.doorlichting.gateway.clients.funding.BudgetStatistics;
import nl.doorlichting.gateway.contract.Service;
import nl.doorlichting.gateway.reports.ReportNote;
import nl.doorlichting.gateway.reports.ReportSource;
import nl.doorlichting.platform.texts.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A programme's money. Every list of years is the same: those with any entry.
 *
 * @param complete always true, because one service alone has all of it: while that does not answer, the report is 503
 * @param rows budget lines depth first, the root first, each with all beneath it; empty where the programme has no line
 * @param reallocations moves of money, one for each destination and reason, in the order in which they were first
 *     booked, with the amount of each year; empty where none is booked
 * @param projects numbers of projects and awards by funding instrument, those without one last; an instrument without
 *     any has no row, and the list is empty without any
 * @param sources the one service that the report is from, with its state and revision
 * @param notes remarks that a reader of the figures needs; empty where there is none
 */
@Schema(description = "A programme's money, nominal: per budget line and year, and what it went to.")
public record FinanceReport(
        boolean complete,
        List<Row> rows,
        List<Reallocation> reallocations,
        List<Projects> projects,
        List<ReportSource> sources,
        List<ReportNote> notes) {

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
    @Schema(name = "FinanceReportRow")
    public record Row(
            UUID lineId,
            String code,
            String name,
            @Schema(nullable = true) UUID parentId,
            List<Year> years,
            Total total) {

        static Row from(BudgetStatistics.Row row) {
            var years = row.years().stream().map(Year::from).toList();
            return new Row(row.lineId(), row.code(), row.name(), row.parentId(), years, Total.from(row.total()));
        }
    }

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
    @Schema(name = "FinanceReportYear")
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
            Links links) {

        static Year from(BudgetStatistics.Year year) {
            return new Year(
                    year.year(),
                    year.budgeted(),
                    year.reallocated(),
                    year.spendable(),
                    year.committed(),
                    year.available(),
                    year.disbursed(),
                    year.left(),
                    Rounding.from(year.rounding()),
                    Links.from(year.links()));
        }

        /** The same figures without the year. */
        public Total asTotal() {
            return new Total(budgeted, reallocated, spendable, committed, available, disbursed, left, rounding, links);
        }
    }

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
    @Schema(name = "FinanceReportTotal")
    public record Total(
            @Schema(nullable = true) Money budgeted,
            @Schema(nullable = true) Money reallocated,
            @Schema(nullable = true) Money spendable,
            @Schema(nullable = true) Money committed,
            @Schema(nullable = true) Money available,
            @Schema(nullable = true) Money disbursed,
            @Schema(nullable = true) Money left,
            Rounding rounding,
            Links links) {

        static Total from(BudgetStatistics.Total total) {
            return new Total(
                    total.budgeted(),
                    total.reallocated(),
                    total.spendable(),
                    total.committed(),
                    total.available(),
                    total.disbursed(),
                    total.left(),
                    Rounding.from(total.rounding()),
                    Links.from(total.links()));
        }

        /** The same figures of a year. */
        public Year in(int year) {
            return new Year(
                    year, budgeted, reallocated, spendable, committed, available, disbursed, left, rounding, links);
        }
    }

    /**
     * How far each amount can be off, either way, only because its entries are rounded or known to be below a
     * threshold. Null where the amount is; 0.00 where every entry is exact. A difference beyond this is something else
     * than rounding.
     *
     * @param budgeted how far budgeted can be off either way, in euros; null where budgeted is null
     * @param reallocated how far reallocated can be off either way, in euros; null where reallocated is null
     * @param spendable how far spendable can be off either way, in euros; null where spendable is null
     * @param committed how far committed can be off either way, in euros; null where committed is null
     * @param available how far available can be off either way, in euros; null where available is null
     * @param disbursed how far disbursed can be off either way, in euros; null where disbursed is null
     * @param left how far left can be off either way, in euros; null where left is null
     */
    @Schema(name = "FinanceReportRounding")
    public record Rounding(
            @Schema(nullable = true) Money budgeted,
            @Schema(nullable = true) Money reallocated,
            @Schema(nullable = true) Money spendable,
            @Schema(nullable = true) Money committed,
            @Schema(nullable = true) Money available,
            @Schema(nullable = true) Money disbursed,
            @Schema(nullable = true) Money left) {

        /** As the funding service states it. */
        public static Rounding from(BudgetStatistics.Rounding rounding) {
            return new Rounding(
                    rounding.budgeted(),
                    rounding.reallocated(),
                    rounding.spendable(),
                    rounding.committed(),
                    rounding.available(),
                    rounding.disbursed(),
                    rounding.left());
        }
    }

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
    @Schema(name = "FinanceReportLinks")
    public record Links(
            @Schema(nullable = true) String budgeted,
            @Schema(nullable = true) String reallocated,
            @Schema(nullable = true) String spendable,
            @Schema(nullable = true) String committed,
            @Schema(nullable = true) String available,
            @Schema(nullable = true) String disbursed,
            @Schema(nullable = true) String left) {

        static Links from(BudgetStatistics.Links links) {
            return new Links(
                    links.budgeted(),
                    links.reallocated(),
                    links.spendable(),
                    links.committed(),
                    links.available(),
                    links.disbursed(),
                    links.left());
        }
    }

    /**
     * Money that went to a destination; below zero it came from there.
     *
     * @param destination where the money went to, or came from, as printed
     * @param reason why the money was moved
     * @param years amount of each year, oldest first: the same years as in the rows
     * @param total sum over the years, in euros; below zero where more came in than went out
     * @param entries path of the list of entries that the total is made of
     */
    @Schema(name = "FinanceReportReallocation")
    public record Reallocation(
            String destination, ReallocationReason reason, List<ReallocationYear> years, Money total, String entries) {

        static Reallocation from(BudgetStatistics.Reallocation row) {
            var years = row.years().stream()
                    .map(year -> new ReallocationYear(year.year(), year.amount(), year.entries()))
                    .toList();
            return new Reallocation(row.destination(), row.reason(), years, row.total(), row.entries());
        }
    }

    /**
     * One year of a destination; null where nothing is booked.
     *
     * @param year budget year, as in 2009
     * @param amount amount of the year, in euros, below zero where money came in; null where nothing is booked
     * @param entries path of the list of entries that the amount is made of; null where nothing is booked
     */
    @Schema(name = "FinanceReportReallocationYear")
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
     *     it; null where there is no such tally, for projects without an instrument, and while an instance of the version
     *     before answers
     * @param described number of projects, and of parts of projects, that are recorded one by one; they may be among
     *     the counted, so the two are never added
     * @param awards number of awards that are recorded one by one, are not revoked or withdrawn, and are in no award
     *     tally that states a number (includedIn); with count it is the number of all awards; null while an instance of
     *     the version before answers, which does not count them
     */
    @Schema(name = "FinanceReportProjects")
    public record Projects(
            @Schema(nullable = true) FundingInstrument fundingInstrument,
            @Schema(nullable = true) Long count,
            @Schema(nullable = true) AggregatedQuantity counted,
            long described,
            @Schema(nullable = true) Long awards) {

        static Projects from(BudgetStatistics.Projects row) {
            return new Projects(row.fundingInstrument(), row.count(), row.counted(), row.described(), row.awards());
        }
    }

    static FinanceReport from(BudgetStatistics budget) {
        return new FinanceReport(
                true,
                budget.rows().stream().map(Row::from).toList(),
                budget.reallocations().stream().map(Reallocation::from).toList(),
                budget.projects().stream().map(Projects::from).toList(),
                List.of(ReportSource.answered(Service.FUNDING, budget.revision())),
                notes(budget));
    }

    private static List<ReportNote> notes(BudgetStatistics budget) {
        var beyond = budget.projects().stream()
                .map(BudgetStatistics.Projects::awardsBeyondTallies)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
        return beyond == 0
                ? List.of()
                : List.of(new ReportNote(
                        NoteCode.AWARDS_EXCEED_TALLY.name(), beyond, Text.of("note.awards-exceed-tally", beyond)));
    }
}
