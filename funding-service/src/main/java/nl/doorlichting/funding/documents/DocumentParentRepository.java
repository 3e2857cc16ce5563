package nl.doorlichting.funding.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;
import nl.doorlichting.funding.FundingAccess;
import nl.doorlichting.funding.organisations.Organisations;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.queries.RowQuery;

/** What documents belong to. */
@ApplicationScoped
class DocumentParentRepository {
    private static final String APPLICATION = "select organisation_id, status,"
            + " case status when 'DRAFT' then created_at when 'INCOMPLETE' then"
            + " (select max(e.happened_at) from application_event e where e.application_id = a.id"
            + " and e.status = 'INCOMPLETE') end from application a where id = :id";
    private static final String AWARD = "select organisation_id, status, null from award where id = :id";

    private final EntityManager entities;
    private final Organisations organisations;

    DocumentParentRepository(EntityManager entities, Organisations organisations) {
        this.entities = entities;
        this.organisations = organisations;
    }

    /** 404 when there is none or the caller may not see it. */
    DocumentParent find(DocumentParent.Kind kind, UUID id) {
        return find(kind, id, "");
    }

    /** The same, locked until the transaction ends, so that no decision and no other document comes between. */
    DocumentParent lock(DocumentParent.Kind kind, UUID id) {
        return find(kind, id, " for no key update");
    }

    private DocumentParent find(DocumentParent.Kind kind, UUID id, String lock) {
        return RowQuery.of(entities, (kind == DocumentParent.Kind.APPLICATION ? APPLICATION : AWARD) + lock)
                .setParameter("id", id)
                .getResultList()
                .stream()
                .map(row -> new DocumentParent(kind, id, (String) row[0], (String) row[1], (Instant) row[2]))
                .filter(parent -> organisations.shows(parent.organisationId(), FundingAccess.READ_EVERY_GRANT))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }
}
