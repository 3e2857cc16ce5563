package nl.doorlichting.gateway.clients.funding;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.quantity.AggregatedQuantity;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.ReallocationReason;

/** The finances of a programme, from funding-service. Any amount can be null: nothing is booked, or it is unknown. */
public record BudgetStatistics(
        List<Row> rows, List<Reallocation> reallocations, List<Projects> projects, String revision) {

    public BudgetStatistics {
        rows = List.copyOf(rows);
        reallocations = List.copyOf(reallocations);
        projects = List.copyOf(projects);
        Objects.requireNonNull(revision, "revision");
    }

    /** A budget line including the lines below it. */
    public record Row(UUID lineId, String code, String name, UUID parentId, List<Year> years, Total total) {
        public Row {
            Objects.requireNonNull(lineId, "lineId");
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(name, "name");
            years = List.copyOf(years);
            Objects.requireNonNull(total, "total");
        }
    }

    public record Year(
            int year,
            Money budgeted,
            Money reallocated,
            Money spendable,
            Money committed,
            Money available,
            Money disbursed,
            Money left,
            Rounding rounding,
            Links links) {
        public Year {
            Objects.requireNonNull(rounding, "rounding");
            Objects.requireNonNull(links, "links");
        }
    }

    public record Total(
            Money budgeted,
            Money reallocated,
            Money spendable,
            Money committed,
            Money available,
            Money disbursed,
            Money left,
            Rounding rounding,
            Links links) {
        public Total {
            Objects.requireNonNull(rounding, "rounding");
            Objects.requireNonNull(links, "links");
        }
    }

    /** How far each amount can be off because its entries are rounded. */
    public record Rounding(
            Money budgeted,
            Money reallocated,
            Money spendable,
            Money committed,
            Money available,
            Money disbursed,
            Money left) {}

    /** Paths of the entries behind each amount. */
    public record Links(
            String budgeted,
            String reallocated,
            String spendable,
            String committed,
            String available,
            String disbursed,
            String left) {}

    public record Reallocation(
            String destination, ReallocationReason reason, List<ReallocationYear> years, Money total, String entries) {
        public Reallocation {
            Objects.requireNonNull(destination, "destination");
            Objects.requireNonNull(reason, "reason");
            years = List.copyOf(years);
            Objects.requireNonNull(total, "total");
            Objects.requireNonNull(entries, "entries");
        }
    }

    public record ReallocationYear(int year, Money amount, String entries) {}

    /** @param counted and what follows, except described, null from an instance of the last release */
    public record Projects(
            FundingInstrument fundingInstrument,
            Long count,
            AggregatedQuantity counted,
            long described,
            Long awards,
            Long awardsBeyondTallies) {}
}
