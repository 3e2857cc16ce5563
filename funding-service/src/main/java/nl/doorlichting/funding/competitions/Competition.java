package nl.doorlichting.funding.competitions;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.platform.texts.Text;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What was won: a prize, or a contract that was put out to tender. Null means not stated.
 *
 * @param <Q> its request
 * @param <R> its answer
 */
@MappedSuperclass
abstract class Competition<Q extends Record & CompetitionRequest, R> {
    /**
     * What may be won.
     *
     * @param make a new one without content
     * @param path of its list
     * @param referenceTaken why a second one of its programme cannot have the same reference; made when it is needed, because
     *     the contract is made of these classes before there are texts
     */
    record Kind<Q extends Record & CompetitionRequest, R>(
            Class<? extends Competition<Q, R>> type,
            Class<Q> request,
            Maker<Q, R> make,
            ListKeys keys,
            String path,
            Supplier<Text> referenceTaken) {}

    /** Constructor of an entity. */
    interface Maker<Q extends Record & CompetitionRequest, R> {
        Competition<Q, R> make(UUID id, Instant createdAt, String createdBy);
    }

    @Id
    private UUID id;

    private String programme;
    private Integer year;
    private String winner;
    private String organisationId;
    private UUID projectId;
    private BigDecimal amount;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 3)
    private String currency;

    private String source;
    private String reference;
    private String note;
    private Instant createdAt;
    private String createdBy;

    // Not private: Hibernate's enhancement of a subclass reads an embedded field itself.
    @Embedded
    protected RecordWithdrawal withdrawal;

    @Version
    private int version;

    /** For the persistence provider. */
    protected Competition() {}

    protected Competition(UUID id, Instant createdAt, String createdBy) {
        this.id = id;
        this.createdAt = createdAt;
        this.createdBy = createdBy;
    }

    void change(Q request) {
        programme = request.programme();
        year = request.year();
        winner = request.winner();
        organisationId = request.organisationId();
        projectId = request.projectId();
        amount = request.amount() == null ? null : request.amount().amount();
        currency = request.amount() == null ? null : request.amount().currency().getCurrencyCode();
        source = request.source();
        reference = request.reference();
        note = request.note();
    }

    /** From now on it counts nowhere. */
    void withdraw(RecordWithdrawal why) {
        withdrawal = why;
    }

    /** 409 once it is withdrawn. */
    void refuseWithdrawn() {
        RecordWithdrawal.refuse(withdrawal);
    }

    /** What a request that changes it starts from. */
    abstract Q toRequest();

    abstract R toResponse(List<String> allowedActions);

    UUID id() {
        return id;
    }

    String programme() {
        return programme;
    }

    Integer year() {
        return year;
    }

    String winner() {
        return winner;
    }

    String organisationId() {
        return organisationId;
    }

    UUID projectId() {
        return projectId;
    }

    Money amount() {
        return amount == null ? null : new Money(amount, Currency.getInstance(currency));
    }

    String source() {
        return source;
    }

    String reference() {
        return reference;
    }

    String note() {
        return note;
    }

    Instant createdAt() {
        return createdAt;
    }

    String createdBy() {
        return createdBy;
    }

    /** Null while it stands. */
    RecordWithdrawal withdrawal() {
        return withdrawal;
    }

    String etag() {
        return "\"" + version + "\"";
    }
}
