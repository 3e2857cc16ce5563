package nl.doorlichting.reporting.products;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.ProductKind;
import nl.doorlichting.reporting.activity.ActivityColumns;
import nl.doorlichting.reporting.activity.PublicationStatus;
import nl.doorlichting.reporting.activity.PublicationSteps;
import nl.doorlichting.reporting.catalogue.CatalogueEntry;
import nl.doorlichting.reporting.catalogue.CatalogueKind;

/** Something that was made to be used: a guide, a tool, a course. */
@Entity
@Table(name = "product")
class Product {
    private static final String NOT_COUNTED = "use was not counted";

    @Id
    UUID id;

    String programme;
    String reference;

    @Embedded
    ActivityColumns activity;

    @Enumerated(EnumType.STRING)
    ProductKind kind;

    String name;
    String description;
    String audience;

    @Column(name = "tested_with_target_group")
    Boolean testedWithTargetGroup;

    @Column(name = "use_not_measured_because")
    String useNotMeasuredBecause;

    String language;
    String source;

    @Enumerated(EnumType.STRING)
    PublicationStatus status;

    @Column(name = "published_at")
    Instant publishedAt;

    @Column(name = "published_by")
    String publishedBy;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by")
    String createdBy;

    @Version
    int version;

    /** For the persistence provider. */
    protected Product() {}

    Product(UUID id, ProductRequest request, Instant createdAt, String createdBy) {
        this.id = id;
        this.status = PublicationStatus.DRAFT;
        this.createdAt = createdAt;
        this.createdBy = createdBy;
        state(request);
    }

    void change(ProductRequest request) {
        PublicationSteps.refuseChange(status);
        state(request);
    }

    CatalogueEntry publish(Instant at, String by) {
        PublicationSteps.refusePublication(status);
        status = PublicationStatus.PUBLISHED;
        publishedAt = at;
        publishedBy = by;
        return new CatalogueEntry(
                CatalogueKind.PRODUCT,
                id,
                programme,
                kind.name(),
                name,
                description,
                List.of(),
                language,
                source,
                activity,
                at);
    }

    void withdraw() {
        PublicationSteps.refuseWithdrawal(status);
        status = PublicationStatus.DRAFT;
        publishedAt = null;
        publishedBy = null;
    }

    private void state(ProductRequest request) {
        programme = request.programme();
        reference = request.reference();
        activity = ActivityColumns.of(request);
        kind = request.kind();
        name = request.name();
        description = request.description();
        audience = request.audience();
        testedWithTargetGroup = request.testedWithTargetGroup();
        useNotMeasuredBecause = Objects.requireNonNullElse(request.useNotMeasuredBecause(), NOT_COUNTED);
        language = Objects.requireNonNullElse(request.language(), "nl");
        source = request.source();
    }
}
