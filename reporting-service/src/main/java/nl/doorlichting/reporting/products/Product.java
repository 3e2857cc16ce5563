package nl.doorlichting.reporting.products;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.ProductKind;
import nl.doorlichting.reporting.catalogue.CatalogueEntry;
import nl.doorlichting.reporting.catalogue.CatalogueKind;
import nl.doorlichting.reporting.publication.PublishableRecord;

/**
 * A result of a project that others can use: a guide, a tool, a course. Triggers keep its history (tr_product_kept) and
 * mark the data set results as changed (tr_product_revision).
 */
@Entity
@Table(name = "product")
class Product extends PublishableRecord<ProductRequest> {
    @Enumerated(EnumType.STRING)
    private ProductKind kind;

    private String name;
    private String description;
    private String audience;

    @Column(name = "tested_with_target_group")
    private Boolean testedWithTargetGroup;

    @Column(name = "use_not_measured_because")
    private String useNotMeasuredBecause;

    /** For the persistence provider. */
    protected Product() {}

    Product(UUID id, ProductRequest request, Instant createdAt, String createdBy) {
        super(id, request, createdAt, createdBy);
    }

    @Override
    public ProductRequest content() {
        return new ProductRequest(
                programme(),
                reference(),
                activity().projectId(),
                activity().organisationId(),
                activity().track(),
                activity().actionLine(),
                activity().fundingInstrument(),
                activity().interventionTypes(),
                activity().phenomena(),
                activity().place(),
                kind,
                name,
                description,
                audience,
                testedWithTargetGroup,
                useNotMeasuredBecause,
                language(),
                source());
    }

    @Override
    public CatalogueKind catalogueKind() {
        return CatalogueKind.PRODUCT;
    }

    @Override
    protected CatalogueEntry catalogueEntry() {
        return catalogueEntry(kind.name(), name, description, List.of());
    }

    @Override
    protected void state(ProductRequest request) {
        super.state(request);
        kind = request.kind();
        name = request.name();
        description = request.description();
        audience = request.audience();
        testedWithTargetGroup = request.testedWithTargetGroup();
        useNotMeasuredBecause = request.useNotMeasuredBecause();
    }
}
