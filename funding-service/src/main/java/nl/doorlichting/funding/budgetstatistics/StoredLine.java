package nl.doorlichting.funding.budgetstatistics;

import java.util.Comparator;
import java.util.UUID;

/**
 * A budget line as the table needs it.
 *
 * @param parentId null for the root
 * @param position order among siblings; null comes last
 */
record StoredLine(UUID id, UUID parentId, String code, String name, Integer position) {

    static final Comparator<StoredLine> AMONG_SIBLINGS = Comparator.comparing(
                    StoredLine::position, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(StoredLine::code);
}
