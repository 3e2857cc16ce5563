package nl.doorlichting.reporting.inventoryreports;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.Track;

/**
 * A project that a report is about; a field that is absent is not stated.
 *
 * @param projectId id of the project at funding-service; it need not be there
 * @param organisationId number of the organisation that carries it out
 * @param selfEvaluation whether the project evaluated itself
 * @param independentEvaluation whether somebody from outside evaluated it
 */
public record InventoryReportProjectRequest(
        @NotNull UUID projectId,
        @Size(min = 1, max = 40) String organisationId,
        Track track,
        ActionLine actionLine,
        FundingInstrument fundingInstrument,
        @Size(max = 7) List<@NotNull InterventionType> interventionTypes,
        @Size(max = 10) List<@NotNull Phenomenon> phenomena,
        Place place,
        EvaluationStatus selfEvaluation,
        EvaluationStatus independentEvaluation) {}
