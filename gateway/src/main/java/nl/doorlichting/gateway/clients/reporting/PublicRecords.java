package nl.doorlichting.gateway.clients.reporting;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.Verdict;

/** The beginning of the public catalogue of a programme as the reporting service lists it. */
public record PublicRecords(List<Item> items, ProjectRecords.Length total) {
    public PublicRecords {
        items = List.copyOf(items);
        Objects.requireNonNull(total, "total");
    }

    /** A lesson or a project; the type and the project can be null. */
    public record Item(
            UUID id,
            String type,
            String title,
            String language,
            String source,
            UUID projectId,
            List<String> municipalities,
            List<Verdict> verdicts) {
        public Item {
            municipalities = List.copyOf(municipalities);
            verdicts = List.copyOf(verdicts);
        }
    }
}
