package nl.doorlichting.funding.organisations;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * An organisation that takes part; tokens and other services name it by its number. The trigger tr_organisation_kept
 * keeps its history.
 */
@Entity
class Organisation {
    @Id
    private String number;

    private String name;

    @Enumerated(EnumType.STRING)
    private OrganisationKind kind;

    private String municipality;
    private String parent;
    private LocalDate validFrom;
    private LocalDate validUntil;
    private String successor;
    private String source;

    @Column(updatable = false)
    private Instant createdAt;

    @Column(updatable = false)
    private String createdBy;

    @Version
    private int version;

    /** For the persistence provider. */
    protected Organisation() {}

    Organisation(OrganisationRequest request, Instant createdAt, String createdBy) {
        this.number = request.number();
        this.createdAt = createdAt;
        this.createdBy = createdBy;
        change(request);
    }

    /** Takes over everything but the number, by which tokens and other records name it. */
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

    String number() {
        return number;
    }

    OrganisationKind kind() {
        return kind;
    }

    /** Null where none is stated. */
    String municipality() {
        return municipality;
    }

    String parent() {
        return parent;
    }

    String successor() {
        return successor;
    }

    /** What a request that changes it starts from. */
    OrganisationRequest toRequest() {
        return new OrganisationRequest(
                number, name, kind, municipality, parent, validFrom, validUntil, successor, source);
    }

    OrganisationResponse toResponse(List<String> allowedActions) {
        return new OrganisationResponse(
                number,
                number,
                name,
                kind,
                municipality,
                parent,
                validFrom,
                validUntil,
                successor,
                source,
                createdAt,
                createdBy,
                etag(),
                allowedActions);
    }
}
