package nl.doorlichting.gateway.clients.funding;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.doorlichting.kernel.money.Money;
import nl.doorlichting.kernel.vocabulary.FundingInstrument;
import nl.doorlichting.kernel.vocabulary.ReallocationReason;

/** What funding-service says of a programme's money. Any amount may be null: nothing booked, or not known there. */
public record BudgetStatistics(
        List<Row> rows, List<Reallocation> reallocations, List<Projects> projects, String revision) {

    public BudgetStatistics {
        rows = List.copyOf(rows);
        reallocations = List.copyOf(reallocations);
        projects = List.copyOf(projects);
        Objects.requireNonNull(revision, "revision");
    }

    /** A budget line with all beneath it. */
    public record Row(UUID lineId, String code, String name, UUID parentId, List<Year> years, Total total) {
        public Row {
            Objects.requireNonNull(lineId, "lineId");
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(name, "name");
            years = List.copyOf(years);
            Objects.requireNonNull(total, "total");
        }
    }

    public record Year(int year, Money budgeted, Money reallocated, Money spendable, Money disbursed, Money left) {}

    public record Total(Money budgeted, Money reallocated, Money spendable, Money disbursed, Money left) {}

    public record Reallocation(
            String destination, ReallocationReason reason, List<ReallocationYear> years, Money total) {
        public Reallocation {
            Objects.requireNonNull(destination, "destination");
            Objects.requireNonNull(reason, "reason");
            years = List.copyOf(years);
            Objects.requireNonNull(total, "total");
        }
    }

    public record ReallocationYear(int year, Money amount) {}

    public record Projects(FundingInstrument fundingInstrument, Long count, long described) {}
}
