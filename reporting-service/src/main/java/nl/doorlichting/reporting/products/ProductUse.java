package nl.doorlichting.reporting.products;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.quantity.QuantityColumns;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.reporting.ReportingAccess;
import nl.doorlichting.reporting.activity.OwnRecords;
import nl.doorlichting.reporting.activity.RecordCorrection;

/** How often a product was used in one period. */
@Entity
@Table(name = "product_use")
class ProductUse {
    @Id
    private UUID id;

    @Column(name = "product_id")
    private UUID productId;

    @Column(name = "period_from")
    private LocalDate periodFrom;

    @Column(name = "period_until")
    private LocalDate periodUntil;

    @Embedded
    private QuantityColumns use;

    private String source;

    @Embedded
    private RecordCorrection correction;

    @Embedded
    private RecordWithdrawal withdrawal;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Version
    private int version;

    /** For the persistence provider. */
    protected ProductUse() {}

    ProductUse(UUID id, UUID productId, ProductUseRequest request, Instant createdAt, String createdBy) {
        this.id = id;
        this.productId = productId;
        state(request);
        this.createdAt = createdAt;
        this.createdBy = createdBy;
    }

    private void state(ProductUseRequest request) {
        periodFrom = request.period().from();
        periodUntil = request.period().until();
        use = QuantityColumns.of(request.use());
        source = request.source();
    }

    /** Changes all that is named, for a reason. */
    void correct(ProductUseRequest request, RecordCorrection why) {
        state(request);
        correction = why;
    }

    /** The present content, to which a correction applies; 409 when it is withdrawn. */
    ProductUseRequest content() {
        RecordWithdrawal.refuse(withdrawal);
        return new ProductUseRequest(period(), quantity(), source);
    }

    UUID id() {
        return id;
    }

    Period period() {
        return new Period(periodFrom, periodUntil);
    }

    /** 409 when it is withdrawn already. */
    void withdraw(RecordWithdrawal why) {
        RecordWithdrawal.refuse(withdrawal);
        withdrawal = why;
    }

    /**
     * The answer.
     *
     * @param decisions what the caller may decide about the correction or withdrawal that waits; null where none does that the
     *     caller may know of
     */
    ProductUseResponse response(OwnRecords caller, List<String> decisions) {
        return new ProductUseResponse(
                id,
                productId,
                period(),
                quantity(),
                source,
                createdAt,
                createdBy,
                decisions != null,
                correction,
                withdrawal,
                "\"" + version + "\"",
                decisions == null ? actions(caller) : decisions);
    }

    private List<String> actions(OwnRecords caller) {
        return withdrawal == null
                ? caller.actions(ReportingAccess.WRITE_INVENTORIES, "corrections", "withdrawal")
                : List.of();
    }

    UUID productId() {
        return productId;
    }

    Quantity quantity() {
        return use.toQuantity();
    }
}
