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
import nl.doorlichting.platform.records.RecordCorrection;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.platform.responses.HasRepresentationEtag;
import nl.doorlichting.reporting.activity.RejectedCorrection;
import nl.doorlichting.reporting.publication.PublicationStatus;
import nl.doorlichting.reporting.publication.PublishableRecordService;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A product as stored, with its use.
 *
 * @param testedWithTargetGroup true where those for whom the product was made tried it, false where they did not; null
 *     where not known
 * @param use how often the product was used: what was counted, and why earlier use was not
 * @param language language of name and description, by its two letters: nl or en
 * @param status whether the public sees the product in the catalogue: a code of the codelist publication-statuses
 * @param publishedAt moment of the last publication; null while the product is a draft, also after a withdrawal
 * @param correctionPending whether a correction of the public record waits for a reviewer; false for a caller that is
 *     neither researcher nor reviewer
 * @param rejectedCorrection the last correction or withdrawal of the product that a reviewer decided on, where it was
 *     rejected; null where it was approved or there was none, and for a caller that is neither researcher nor reviewer
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
        String recordedBy,
        @Schema(nullable = true) RecordCorrection correction,
        boolean correctionPending,
        @Schema(nullable = true) RejectedCorrection rejectedCorrection,
        @Schema(nullable = true) RecordWithdrawal withdrawal,
        String etag,
        List<String> allowedActions)
        implements HasRepresentationEtag {

    static ProductResponse from(Product product, List<ProductUse> uses, PublishableRecordService.Review review) {
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
                product.createdBy(),
                product.correction(),
                review.correctionPending(),
                review.rejected(),
                product.withdrawal(),
                product.etag(),
                review.allowedActions());
    }

    /**
     * The use of a product.
     *
     * @param before use before the first count: always of kind NOT_MEASURED, with useNotMeasuredBecause of the product
     *     as its reason
     * @param countedFrom first day of the earliest period that was counted; null where none was
     * @param counted sum of the counts of all periods (GET /v1/products/{id}/uses), in times that the product was used;
     *     best, lowest and highest are null where nothing was counted
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
