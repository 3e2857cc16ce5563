package nl.doorlichting.funding.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.problems.ProblemException;

/** Finds what documents belong to, if the caller may see it. */
@ApplicationScoped
class DocumentParents {
    private static final String APPLICATION = "select organisation_id, status from application where id = :id";
    private static final String AWARD = "select organisation_id, status from award where id = :id";

    private final EntityManager entities;
    private final CurrentCaller caller;

    DocumentParents(EntityManager entities, CurrentCaller caller) {
        this.entities = entities;
        this.caller = caller;
    }

    /** 404 when it is not there or not visible. */
    DocumentParent find(DocumentParent.Kind kind, UUID id) {
        return find(kind, id, "");
    }

    /** The same, held until the transaction ends: nothing is decided on it meanwhile, and no other document added. */
    DocumentParent hold(DocumentParent.Kind kind, UUID id) {
        return find(kind, id, " for no key update");
    }

    private DocumentParent find(DocumentParent.Kind kind, UUID id, String lock) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery(
                        (kind == DocumentParent.Kind.APPLICATION ? APPLICATION : AWARD) + lock, Object[].class)
                .setParameter("id", id)
                .getResultList();
        return rows.stream()
                .map(row -> new DocumentParent(kind, id, (String) row[0], (String) row[1]))
                .filter(this::isVisible)
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    private boolean isVisible(DocumentParent parent) {
        return caller.get().may(AccessRule.READ_EVERY_GRANT) || caller.get().belongsTo(parent.organisationId());
    }
}
