package nl.doorlichting.reporting.inventoryreports;

import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.Track;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A project that a report is about, with what the report states of it. */
public record InventoryReportProjectResponse(
        UUID projectId,
        @Schema(nullable = true) String organisationId,
        @Schema(nullable = true) Track track,
        @Schema(nullable = true) ActionLine actionLine,
        @Schema(nullable = true) FundingInstrument fundingInstrument,
        List<InterventionType> interventionTypes,
        List<Phenomenon> phenomena,
        Place place,
        @Schema(nullable = true) EvaluationStatus selfEvaluation,
        @Schema(nullable = true) EvaluationStatus independentEvaluation) {

    static InventoryReportProjectResponse from(InventoryReportProjectRequest said) {
        return new InventoryReportProjectResponse(
                said.projectId(),
                said.organisationId(),
                said.track(),
                said.actionLine(),
                said.fundingInstrument(),
                said.interventionTypes() == null ? List.of() : said.interventionTypes(),
                said.phenomena() == null ? List.of() : said.phenomena(),
                said.place() == null ? Place.UNSPECIFIED : said.place(),
                said.selfEvaluation(),
                said.independentEvaluation());
    }
}
