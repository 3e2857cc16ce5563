package nl.doorlichting.funding.prizes;

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

/** A prize that was won. Null means not stated. */
@Entity
@Table(name = "prize")
class Prize {
    @Id
    UUID id;

    String programme;
    Integer year;
    String name;
    String winner;

    @Column(name = "organisation_id")
    String organisationId;

    @Column(name = "project_id")
    UUID projectId;

    BigDecimal amount;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 3)
    String currency;

    String why;
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
    protected Prize() {}

    Prize(UUID id, PrizeRequest request, Instant createdAt, String createdBy) {
        this.id = id;
        this.createdAt = createdAt;
        this.createdBy = createdBy;
        change(request);
    }

    void change(PrizeRequest request) {
        programme = request.programme();
        year = request.year();
        name = request.name();
        winner = request.winner();
        organisationId = request.organisationId();
        projectId = request.projectId();
        pay(request.amount());
        why = request.why();
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
