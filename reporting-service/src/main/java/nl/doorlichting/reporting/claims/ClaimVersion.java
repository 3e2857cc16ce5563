package nl.doorlichting.reporting.claims;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.reporting.catalogue.CatalogueEntry;
import nl.doorlichting.reporting.catalogue.CatalogueKind;
import nl.doorlichting.reporting.publication.PublishedVersion;
import org.hibernate.annotations.DynamicUpdate;

/** One version of a claim. */
@Entity
@DynamicUpdate
@Table(name = "claim")
@AttributeOverride(name = "id", column = @Column(name = "claim_id"))
class ClaimVersion extends PublishedVersion {
    /** For the persistence provider. */
    protected ClaimVersion() {}

    ClaimVersion(UUID id, int version, ClaimRequest claim, String content) {
        super(id, version, claim, content);
    }

    CatalogueEntry catalogueEntry(ClaimRequest claim) {
        var text = new CatalogueEntry.Text(claim.statement(), null, List.of(), claim.language(), claim.source());
        return CatalogueEntry.general(CatalogueKind.CLAIM, id(), programme(), text, publishedAt());
    }
}
