package nl.doorlichting.funding.documents;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.kernel.paging.Filter;
import nl.doorlichting.kernel.paging.ListKeys;
import nl.doorlichting.kernel.paging.Lists;
import nl.doorlichting.kernel.paging.Page;
import nl.doorlichting.kernel.paging.PageRequest;
import nl.doorlichting.kernel.paging.SortKey;
import nl.doorlichting.kernel.web.DocumentQuota;

@ApplicationScoped
class DocumentRepository implements PanacheRepositoryBase<Document, UUID> {
    private static final ListKeys KEYS =
            new ListKeys(SortKey.of("id", UUID.class), "createdAt", List.of(SortKey.of("createdAt", Instant.class)));

    Page<Document> page(Filter filter, PageRequest request) {
        return new Lists(getEntityManager()).page(Document.class, filter, KEYS, request);
    }

    /** How much the documents whose field holds this parent are. */
    DocumentQuota.Amount stored(String parentField, UUID parent) {
        return getEntityManager()
                .createQuery(
                        "select count(d), coalesce(sum(d.bytes), 0L) from Document d where d." + parentField
                                + " = :parent",
                        DocumentQuota.Amount.class)
                .setParameter("parent", parent)
                .getSingleResult();
    }
}
