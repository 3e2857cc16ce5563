package nl.doorlichting.gateway.reports.finances;

import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.ReallocationReason;
import nl.doorlichting.gateway.clients.funding.BudgetStatistics;
import nl.doorlichting.gateway.contract.Service;
import nl.doorlichting.gateway.reports.ReportNote;
import nl.doorlichting.gateway.reports.ReportSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A programme's money. Every list of years is the same: those with any entry.
 *
 * @param complete always true, because one service alone has all of it: while that does not answer, the report is 503
 * @param rows budget lines depth first, the root first, each with all beneath it
 * @param projects number of projects by funding instrument; the row without one comes last
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
     * @param code code of the line, unique in the programme
     * @param name name as printed in the budget
     * @param parentId line above this one; null for the root
     * @param total all years together
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
     * One year of a line; null where nothing is booked, and, below a line with reallocations, where it is not known.
     *
     * @param budgeted money budgeted, in euros; null where nothing is booked
     * @param reallocated money moved out of the line, in euros, below zero where money came in; null where nothing is
     *     booked or not known
     * @param spendable budgeted minus reallocated, in euros; null where either is not known
     * @param committed promised to recipients, in euros; null where nothing is booked
     * @param available spendable minus committed, which can still be promised, in euros; null where spendable is not known
     * @param disbursed money paid out, in euros; null where nothing is booked
     * @param left spendable minus disbursed, in euros; null where either is not known
     * @param links paths of the entries that each amount is made of
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

    /** All years of a line together, in the terms of a year. */
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

        static Rounding from(BudgetStatistics.Rounding rounding) {
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
     * @param reason why the money was moved
     * @param years amount of each year, in euros
     * @param total sum over the years, in euros
     * @param entries path of the entries that the total is made of
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
     * @param amount amount of the year, in euros, below zero where money came in; null where nothing is booked
     * @param entries path of the entries that the amount is made of; null where nothing is booked
     */
    @Schema(name = "FinanceReportReallocationYear")
    public record ReallocationYear(
            int year,
            @Schema(nullable = true) Money amount,
            @Schema(nullable = true) String entries) {}

    /**
     * Projects by how the money went out.
     *
     * @param fundingInstrument how the money went out; null for projects that state none
     * @param count how many projects; null where only those described are known
     * @param described number of projects recorded one by one; they may be among the counted, so the two are never
     *     added
     * @param awards number of awards that stand and that no tally holds; with count, the number of all awards; null
     *     where it is not counted, as while an older service answers
     */
    @Schema(name = "FinanceReportProjects")
    public record Projects(
            @Schema(nullable = true) FundingInstrument fundingInstrument,
            @Schema(nullable = true) Long count,
            long described,
            @Schema(nullable = true) Long awards) {

        static Projects from(BudgetStatistics.Projects row) {
            return new Projects(row.fundingInstrument(), row.count(), row.described(), row.awards());
        }
    }

    static FinanceReport from(BudgetStatistics budget) {
        return new FinanceReport(
                true,
                budget.rows().stream().map(Row::from).toList(),
                budget.reallocations().stream().map(Reallocation::from).toList(),
                budget.projects().stream().map(Projects::from).toList(),
                List.of(ReportSource.answered(Service.FUNDING, budget.revision())),
                List.of());
    }
}
