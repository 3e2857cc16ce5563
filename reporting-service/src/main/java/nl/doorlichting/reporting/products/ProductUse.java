package nl.doorlichting.reporting.products;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.quantity.QuantityColumns;
import nl.doorlichting.reporting.activity.RejectedCorrection;
import nl.doorlichting.reporting.activity.ReviewedEntity;

/** How often a product was used in one period. The trigger tr_product_use_kept keeps its history. */
@Entity
@Table(name = "product_use")
class ProductUse extends ReviewedEntity<ProductUseRequest> {
    @Column(name = "product_id")
    private UUID productId;

    @Column(name = "period_from")
    private LocalDate periodFrom;

    @Column(name = "period_until")
    private LocalDate periodUntil;

    @Embedded
    private QuantityColumns use;

    private String source;

    /** For the persistence provider. */
    protected ProductUse() {}

    ProductUse(UUID id, UUID productId, ProductUseRequest request, Instant createdAt, String createdBy) {
        super(id, request, createdAt, createdBy);
        this.productId = productId;
    }

    @Override
    protected void state(ProductUseRequest request) {
        periodFrom = request.period().from();
        periodUntil = request.period().until();
        use = QuantityColumns.of(request.use());
        source = request.source();
    }

    @Override
    public ProductUseRequest content() {
        return new ProductUseRequest(period(), quantity(), source);
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
                id(),
                productId,
                period(),
                quantity(),
                source,
                createdAt(),
                createdBy(),
                approvedBy(),
                awaitsReview(),
                correctionPending,
                rejected,
                correction,
                withdrawal,
                etag(),
                allowedActions);
    }

    UUID productId() {
        return productId;
    }

    Quantity quantity() {
        return use.toQuantity();
    }
}
