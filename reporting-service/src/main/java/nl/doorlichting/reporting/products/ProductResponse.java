package nl.doorlichting.reporting.products;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.kernel.place.Place;
import nl.doorlichting.kernel.vocabulary.ActionLine;
import nl.doorlichting.kernel.vocabulary.FundingInstrument;
import nl.doorlichting.kernel.vocabulary.InterventionType;
import nl.doorlichting.kernel.vocabulary.Phenomenon;
import nl.doorlichting.kernel.vocabulary.ProductKind;
import nl.doorlichting.kernel.vocabulary.PublicationStatus;
import nl.doorlichting.kernel.vocabulary.Track;
import nl.doorlichting.kernel.web.Tagged;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that was made to be used, as stored, with what is known of its use. */
public record ProductResponse(
        UUID id,
        String programme,
        @Schema(nullable = true) String reference,
        @Schema(nullable = true) UUID projectId,
        @Schema(nullable = true) String organisationId,
        @Schema(nullable = true) Track track,
        @Schema(nullable = true) ActionLine actionLine,
        @Schema(nullable = true) FundingInstrument fundingInstrument,
        List<InterventionType> interventionTypes,
        List<Phenomenon> phenomena,
        Place place,
        ProductKind kind,
        String name,
        @Schema(nullable = true) String description,
        @Schema(nullable = true) String audience,
        @Schema(nullable = true) Boolean testedWithTargetGroup,
        ProductUseSummary use,
        String language,
        String source,
        PublicationStatus status,
        @Schema(nullable = true) Instant publishedAt,
        Instant createdAt,
        String etag,
        List<String> allowedActions)
        implements Tagged {

    static ProductResponse from(Product product, List<ProductUse> uses, List<String> allowedActions) {
        var about = product.activity;
        return new ProductResponse(
                product.id,
                product.programme,
                product.reference,
                about.projectId(),
                about.organisationId(),
                about.track(),
                about.actionLine(),
                about.fundingInstrument(),
                about.interventionTypes(),
                about.phenomena(),
                about.place(),
                product.kind,
                product.name,
                product.description,
                product.audience,
                product.testedWithTargetGroup,
                ProductUseSummary.of(product, uses),
                product.language,
                product.source,
                product.status,
                product.publishedAt,
                product.createdAt,
                "\"" + product.version + "\"",
                allowedActions);
    }
}
