package nl.doorlichting.funding.organisations;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;

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
    String parent;

    @Column(name = "valid_from")
    LocalDate validFrom;

    @Column(name = "valid_until")
    LocalDate validUntil;

    String successor;
    String source;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "created_by", updatable = false)
    String createdBy;

    @Version
    int version;

    /** For the persistence provider. */
    protected Organisation() {}

    Organisation(OrganisationRequest request, Instant createdAt, String createdBy) {
        this.number = request.number();
        this.createdAt = createdAt;
        this.createdBy = createdBy;
        change(request);
    }

    /** Takes over everything but the number, which tokens and other records know it by. */
    void change(OrganisationRequest request) {
        name = request.name();
        kind = request.kind();
        municipality = request.municipality();
        parent = request.parent();
        validFrom = request.validFrom();
        validUntil = request.validUntil();
        successor = request.successor();
        source = request.source();
    }

    boolean isThereOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && !hasEndedBy(day);
    }

    boolean hasEndedBy(LocalDate day) {
        return validUntil != null && !day.isBefore(validUntil);
    }

    String etag() {
        return "\"" + version + "\"";
    }
}
