package nl.doorlichting.reporting.documents;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.documents.DocumentQuota;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.lists.Lists;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.lists.SortKey;

@ApplicationScoped
class DocumentRepository implements PanacheRepositoryBase<Document, UUID> {
    private static final ListKeys KEYS =
            new ListKeys(SortKey.of("id", UUID.class), "createdAt", List.of(SortKey.of("createdAt", Instant.class)));

    Page<Document> page(Filter filter, PageRequest request) {
        return new Lists(getEntityManager()).page(Document.class, filter, KEYS, request);
    }

    /** Number and size of the documents of the report. */
    DocumentQuota.Amount stored(UUID report) {
        return getEntityManager()
                .createQuery(
                        "select count(d), coalesce(sum(d.bytes), 0L) from Document d where d.reportId = :report",
                        DocumentQuota.Amount.class)
                .setParameter("report", report)
                .getSingleResult();
    }
}
