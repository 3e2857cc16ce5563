package nl.doorlichting.gateway.clients.funding;

import java.util.List;
import java.util.Objects;

/** The parts of a project, from the list of projects: the first page, and how many there are. */
public record ProjectParts(List<ProjectFinances.SubProject> items, Length total) {
    public ProjectParts {
        items = List.copyOf(items);
        Objects.requireNonNull(total, "total");
    }

    public record Length(long value) {}

    /** How many parts the page does not have. */
    public long leftOut() {
        return total.value() - items.size();
    }
}
