package nl.doorlichting.reporting.products;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.quantity.AggregatedQuantity;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.quantity.QuantitySum;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.ProductKind;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.platform.responses.HasEtag;
import nl.doorlichting.reporting.activity.RecordWithdrawal;
import nl.doorlichting.reporting.publication.PublicationStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A product as stored, with its use.
 *
 * @param kind what kind of thing was made
 * @param name name of the product
 * @param audience for whom it was made, in words; null where it is not stated
 * @param testedWithTargetGroup whether those for whom it was made tried it; null where not known
 * @param use how often it was used, where that is measured
 * @param language language of name and description: nl or en
 * @param status whether the public sees it
 */
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
        Use use,
        String language,
        String source,
        PublicationStatus status,
        @Schema(nullable = true) Instant publishedAt,
        Instant createdAt,
        @Schema(nullable = true) RecordWithdrawal withdrawal,
        String etag,
        List<String> allowedActions)
        implements HasEtag {
    @Override
    public Object changingWithinVersion() {
        return this;
    }

    static ProductResponse from(Product product, List<ProductUse> uses, List<String> allowedActions) {
        var content = product.content();
        return new ProductResponse(
                product.id(),
                content.programme(),
                content.reference(),
                content.projectId(),
                content.organisationId(),
                content.track(),
                content.actionLine(),
                content.fundingInstrument(),
                content.interventionTypes(),
                content.phenomena(),
                content.place(),
                content.kind(),
                content.name(),
                content.description(),
                content.audience(),
                content.testedWithTargetGroup(),
                Use.of(content.useNotMeasuredBecause(), uses),
                content.language(),
                content.source(),
                product.status(),
                product.publishedAt(),
                product.createdAt(),
                product.withdrawal(),
                product.etag(),
                allowedActions);
    }

    /**
     * The use of a product.
     *
     * @param before number of uses before the counted ones, as reported
     * @param countedFrom first day of the counted uses; null where none was counted
     * @param counted sum of the uses that were counted, in times
     */
    @Schema(name = "ProductUseSummary")
    public record Use(
            Quantity before, @Schema(nullable = true) LocalDate countedFrom, AggregatedQuantity counted) {

        static Use of(String notMeasuredBecause, List<ProductUse> uses) {
            var sum = uses.stream()
                    .map(use -> QuantitySum.of(use.quantity()))
                    .reduce(QuantitySum.ZERO, QuantitySum::plus);
            var first = uses.stream().map(use -> use.period().from()).min(LocalDate::compareTo);
            return new Use(new Quantity.NotMeasured(notMeasuredBecause), first.orElse(null), sum.aggregate());
        }
    }
}
