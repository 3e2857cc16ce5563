package nl.doorlichting.gateway.reports.finances;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.quantity.AggregatedQuantity;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.ReallocationReason;
import nl.doorlichting.platform.lists.CsvTable;

/** A programme's money as a table: each line, destination and funding instrument, by year and in total. */
@ApplicationScoped
class FinanceTable {
    private static final CsvTable TABLE = CsvTable.of(List.of(), Row.class, List.of());

    private final ObjectMapper mapper;

    FinanceTable(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** What a row is about. */
    enum Part {
        LINE,
        REALLOCATION,
        PROJECTS
    }

    /**
     * A row.
     *
     * @param year null for all years together
     */
    record Row(
            Part part,
            UUID lineId,
            String code,
            String name,
            UUID parentId,
            String destination,
            ReallocationReason reason,
            Integer year,
            Money budgeted,
            Money reallocated,
            Money spendable,
            Money committed,
            Money available,
            Money disbursed,
            Money left,
            FinanceReport.Rounding rounding,
            FundingInstrument fundingInstrument,
            Long count,
            Long described,
            Long awards,
            AggregatedQuantity counted) {

        private static Row of(FinanceReport.Row line, Integer year, FinanceReport.Total of) {
            return new Row(
                    Part.LINE,
                    line.lineId(),
                    line.code(),
                    line.name(),
                    line.parentId(),
                    null,
                    null,
                    year,
                    of.budgeted(),
                    of.reallocated(),
                    of.spendable(),
                    of.committed(),
                    of.available(),
                    of.disbursed(),
                    of.left(),
                    of.rounding(),
                    null,
                    null,
                    null,
                    null,
                    null);
        }

        private static Row of(FinanceReport.Reallocation to, Integer year, Money amount) {
            return new Row(
                    Part.REALLOCATION,
                    null,
                    null,
                    null,
                    null,
                    to.destination(),
                    to.reason(),
                    year,
                    null,
                    amount,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }

        private static Row of(FinanceReport.Projects projects) {
            return new Row(
                    Part.PROJECTS,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    projects.fundingInstrument(),
                    projects.count(),
                    projects.described(),
                    projects.awards(),
                    projects.counted());
        }
    }

    byte[] of(FinanceReport report) {
        var lines = report.rows().stream()
                .flatMap(line -> Stream.concat(
                        line.years().stream().map(year -> Row.of(line, year.year(), year.asTotal())),
                        Stream.of(Row.of(line, null, line.total()))));
        var reallocations = report.reallocations().stream()
                .flatMap(to -> Stream.concat(
                        to.years().stream().map(year -> Row.of(to, year.year(), year.amount())),
                        Stream.of(Row.of(to, null, to.total()))));
        var projects = report.projects().stream().map(Row::of);
        return TABLE.write(
                Stream.of(lines, reallocations, projects).flatMap(part -> part).map(mapper::<JsonNode>valueToTree));
    }
}
