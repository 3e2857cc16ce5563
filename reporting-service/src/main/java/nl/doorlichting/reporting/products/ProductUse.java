package nl.doorlichting.reporting.products;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.QuantityColumns;

/** How often a product was used in one period. */
@Entity
@Table(name = "product_use")
class ProductUse {
    @Id
    UUID id;

    @Column(name = "product_id")
    UUID productId;

    @Column(name = "period_from")
    LocalDate periodFrom;

    @Column(name = "period_until")
    LocalDate periodUntil;

    @Embedded
    QuantityColumns use;

    String source;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by")
    String createdBy;

    @Version
    int version;

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
}
