package nl.doorlichting.platform.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks that operation ids are unique, because typed clients name their functions after them. */
final class OperationIds {

    private OperationIds() {}

    static void requireUnique(List<DocumentedOperation> operations) {
        Map<String, DocumentedOperation> known = new HashMap<>();
        for (DocumentedOperation documented : operations) {
            String id = documented.operation().getOperationId();
            if (id == null || id.isBlank()) {
                throw new IllegalStateException(documented + " has no operationId");
            }
            DocumentedOperation other = known.putIfAbsent(id, documented);
            if (other != null) {
                throw new IllegalStateException("operationId " + id + " of both " + other + " and " + documented);
            }
        }
    }
}
