package nl.doorlichting.funding.documents;

import java.time.Instant;
import java.util.UUID;
import nl.doorlichting.platform.documents.StoredDocument.Owner;

/**
 * What documents belong to.
 *
 * @param organisationId number of the organisation that it is of
 * @param status the application's or the award's
 * @param openSince moment since which its applicant adds documents that no submission has yet; null while it can add
 *     none such
 */
record DocumentParent(Kind kind, UUID id, String organisationId, String status, Instant openSince) {

    enum Kind {
        APPLICATION("/v1/applications", "applicationId"),
        AWARD("/v1/awards", "awardId");

        private final String path;
        private final String field;

        Kind(String path, String field) {
            this.path = path;
            this.field = field;
        }

        Owner owner(UUID id) {
            return new Owner(field, id);
        }
    }

    Owner owner() {
        return kind.owner(id);
    }

    /** Path of the list of its documents. */
    String documents() {
        return kind.path + "/" + id + "/documents";
    }
}
