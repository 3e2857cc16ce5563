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
import nl.doorlichting.platform.records.RecordCorrection;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.reporting.activity.RecordReview;
import nl.doorlichting.reporting.activity.RejectedCorrection;
import nl.doorlichting.reporting.activity.ReviewedRecord;

/** How often a product was used in one period. */
@Entity
@Table(name = "product_use")
class ProductUse implements ReviewedRecord<ProductUseRequest> {
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

    @Embedded
    private RecordReview review;

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

    @Override
    public void correct(ProductUseRequest request, RecordCorrection why) {
        state(request);
        correction = why;
    }

    @Override
    public ProductUseRequest content() {
        return new ProductUseRequest(period(), quantity(), source);
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public String createdBy() {
        return createdBy;
    }

    @Override
    public RecordCorrection correction() {
        return correction;
    }

    @Override
    public RecordWithdrawal withdrawal() {
        return withdrawal;
    }

    @Override
    public RecordReview review() {
        return review;
    }

    @Override
    public void review(RecordReview by) {
        review = by;
    }

    @Override
    public void withdraw(RecordWithdrawal why) {
        withdrawal = why;
    }

    Period period() {
        return new Period(periodFrom, periodUntil);
    }

    /**
     * The answer.
     *
     * @param correctionPending whether a correction or a withdrawal waits, where the caller may know of it
     * @param rejected what was rejected last, where the caller may know of it; else null
     */
    ProductUseResponse response(boolean correctionPending, RejectedCorrection rejected, List<String> allowedActions) {
        return new ProductUseResponse(
                id,
                productId,
                period(),
                quantity(),
                source,
                createdAt,
                createdBy,
                approvedBy(),
                awaitsReview(),
                correctionPending,
                rejected,
                correction,
                withdrawal,
                "\"" + version + "\"",
                allowedActions);
    }

    UUID productId() {
        return productId;
    }

    Quantity quantity() {
        return use.toQuantity();
    }
}
