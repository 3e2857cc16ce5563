package nl.doorlichting.funding.procurements;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Something that was put out to tender. Null means not stated. */
@Entity
@Table(name = "procurement")
class Procurement {
    @Id
    UUID id;

    String programme;
    Integer year;
    String tender;
    String winner;

    @Column(name = "organisation_id")
    String organisationId;

    @Column(name = "project_id")
    UUID projectId;

    BigDecimal amount;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 3)
    String currency;

    String reasons;
    String source;
    String reference;
    String note;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by")
    String createdBy;

    @Version
    int version;

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
        pay(request.amount());
        reasons = request.reasons();
        source = request.source();
        reference = request.reference();
        note = request.note();
    }

    private void pay(Money money) {
        amount = money == null ? null : money.amount();
        currency = money == null ? null : money.currency().getCurrencyCode();
    }

    Money amount() {
        return amount == null ? null : new Money(amount, Currency.getInstance(currency));
    }

    String etag() {
        return "\"" + version + "\"";
    }
}
