package nl.doorlichting.funding.organisations;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import nl.doorlichting.kernel.vocabulary.OrganisationKind;

/** An organisation that takes part; its number is how tokens and other services know it. */
@Entity
@Table(name = "organisation")
class Organisation {
    @Id
    String number;

    String name;

    @Enumerated(EnumType.STRING)
    OrganisationKind kind;

    String municipality;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by")
    String createdBy;

    @Version
    int version;

    /** For the persistence provider. */
    protected Organisation() {}

    Organisation(OrganisationRequest request, Instant createdAt, String createdBy) {
        this.number = request.number();
        this.name = request.name();
        this.kind = request.kind();
        this.municipality = request.municipality();
        this.createdAt = createdAt;
        this.createdBy = createdBy;
    }
}
