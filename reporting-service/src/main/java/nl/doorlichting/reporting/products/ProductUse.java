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
        this.periodFrom = request.period().from();
        this.periodUntil = request.period().until();
        this.use = QuantityColumns.of(request.use());
        this.source = request.source();
        this.createdAt = createdAt;
        this.createdBy = createdBy;
    }

    Period period() {
        return new Period(periodFrom, periodUntil);
    }

    ProductUseResponse response() {
        return new ProductUseResponse(
                id, productId, period(), quantity(), source, createdAt, "\"" + version + "\"", List.of());
    }

    UUID productId() {
        return productId;
    }

    Quantity quantity() {
        return use.toQuantity();
    }
}
