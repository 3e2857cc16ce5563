package nl.doorlichting.gateway.clients.funding;

import java.util.List;
import java.util.Objects;
import nl.doorlichting.domain.period.Period;

/** The beginning of the programmes as the funding service lists them. */
public record Programmes(List<Programme> items) {
    public Programmes {
        items = List.copyOf(items);
    }

    /** A programme; its Dutch name and its days can be null. */
    public record Programme(String code, String name, String nameDutch, Period period) {
        public Programme {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(name, "name");
        }
    }
}
