package nl.doorlichting.reporting.publication;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import nl.doorlichting.reporting.activity.CorrectionProposal;

/** A correction of a public record of any kind, or its withdrawal. */
@Entity
@Table(name = "publication_proposal")
@AttributeOverride(name = "recordId", column = @Column(name = "record_id"))
public class PublicationProposal extends CorrectionProposal {
    /** For the persistence provider. */
    protected PublicationProposal() {}

    PublicationProposal(UUID id, UUID recordId, String stated, String reason, Instant at, String by) {
        super(id, recordId, stated, reason, at, by);
    }
}
