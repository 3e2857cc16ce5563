package nl.doorlichting.gateway.clients;

import java.util.List;
import java.util.Objects;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.AggregatedQuantity;
import nl.doorlichting.domain.figures.ReachSource;
import nl.doorlichting.domain.vocabulary.TargetGroup;

/** Reach of the two services that count it, in one shape. A dimension that the rows do not have is null in them. */
public record ReachStatistics(
        List<Row> rows,
        List<Total> totals,
        List<Unallocated> unallocated,
        List<StatisticsNote> notes,
        String registerVersion,
        String revision) {

    public ReachStatistics {
        rows = List.copyOf(rows);
        totals = List.copyOf(totals);
        unallocated = List.copyOf(unallocated);
        notes = List.copyOf(notes);
        Objects.requireNonNull(revision, "revision");
    }

    /** Reach is null where periods overlap, because they have no sum. */
    public record Row(
            ReachSource source, Period period, TargetGroup targetGroup, String municipality, AggregatedQuantity reach) {
        public Row {
            Objects.requireNonNull(source, "source");
        }
    }

    public record Total(ReachSource source, Period period, AggregatedQuantity reach) {
        public Total {
            Objects.requireNonNull(source, "source");
        }
    }

    public record Unallocated(
            ReachSource source, Period period, TargetGroup targetGroup, String from, AggregatedQuantity reach) {
        public Unallocated {
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(from, "from");
        }
    }
}
