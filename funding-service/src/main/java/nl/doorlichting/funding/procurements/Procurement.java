package nl.doorlichting.funding.procurements;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Something that was put out to tender. Null means not stated. */
@Entity
class Procurement {
    @Id
    private UUID id;

    private String programme;
    private Integer year;
    private String tender;
    private String winner;
    private String organisationId;
    private UUID projectId;
    private BigDecimal amount;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 3)
    private String currency;

    private String reasons;
    private String source;
    private String reference;
    private String note;
    private Instant createdAt;
    private String createdBy;

    @Version
    private int version;

    /** For the persistence provider. */
    protected Procurement() {}

    Procurement(UUID id, ProcurementRequest request, Instant createdAt, String createdBy) {
        this.id = id;
        this.createdAt = createdAt;
        this.createdBy = createdBy;
        change(request);
    }

    void change(ProcurementRequest request) {
        programme = request.programme();
        year = request.year();
        tender = request.tender();
        winner = request.winner();
        organisationId = request.organisationId();
        projectId = request.projectId();
        amount = request.amount() == null ? null : request.amount().amount();
        currency = request.amount() == null ? null : request.amount().currency().getCurrencyCode();
        reasons = request.reasons();
        source = request.source();
        reference = request.reference();
        note = request.note();
    }

    private Money amount() {
        return amount == null ? null : new Money(amount, Currency.getInstance(currency));
    }

    String etag() {
        return "\"" + version + "\"";
    }

    UUID id() {
        return id;
    }

    String organisationId() {
        return organisationId;
    }

    /** What a request that changes it starts from. */
    ProcurementRequest toRequest() {
        return new ProcurementRequest(
                programme, year, tender, winner, organisationId, projectId, amount(), reasons, source, reference, note);
    }

    ProcurementResponse toResponse(List<String> allowedActions) {
        return new ProcurementResponse(
                id,
                programme,
                year,
                tender,
                winner,
                organisationId,
                projectId,
                amount(),
                reasons,
                source,
                reference,
                note,
                createdAt,
                createdBy,
                etag(),
                allowedActions);
    }
}
