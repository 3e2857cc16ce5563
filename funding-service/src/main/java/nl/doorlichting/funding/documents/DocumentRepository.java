package nl.doorlichting.funding.documents;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.funding.FundingAccess;
import nl.doorlichting.funding.organisations.Organisations;
import nl.doorlichting.platform.documents.DocumentQuota;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.lists.Lists;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.lists.SortKey;
import nl.doorlichting.platform.problems.ProblemException;

/** Stored documents, and what they belong to. */
@ApplicationScoped
class DocumentRepository implements PanacheRepositoryBase<Document, UUID> {
    private static final ListKeys KEYS =
            new ListKeys(SortKey.of("id", UUID.class), "createdAt", List.of(SortKey.of("createdAt", Instant.class)));

    private static final String APPLICATION = "select organisation_id, status from application where id = :id";
    private static final String AWARD = "select organisation_id, status from award where id = :id";

    private final Organisations organisations;

    DocumentRepository(Organisations organisations) {
        this.organisations = organisations;
    }

    /** What a document belongs to; 404 when it is not there or not visible to the caller. */
    DocumentParent parent(DocumentParent.Kind kind, UUID id) {
        return parent(kind, id, "");
    }

    /** The same, locked until the transaction ends: no decision and no other document comes between. */
    DocumentParent holdParent(DocumentParent.Kind kind, UUID id) {
        return parent(kind, id, " for no key update");
    }

    private DocumentParent parent(DocumentParent.Kind kind, UUID id, String lock) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = getEntityManager()
                .createNativeQuery(
                        (kind == DocumentParent.Kind.APPLICATION ? APPLICATION : AWARD) + lock, Object[].class)
                .setParameter("id", id)
                .getResultList();
        return rows.stream()
                .map(row -> new DocumentParent(kind, id, (String) row[0], (String) row[1]))
                .filter(parent -> organisations.shows(parent.organisationId(), FundingAccess.READ_EVERY_GRANT))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

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
