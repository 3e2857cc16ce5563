package nl.doorlichting.training.dataquality;

import java.util.List;
import nl.doorlichting.api.quality.ReferenceUse;

/**
 * What this service has to show about the quality of the data of a programme.
 *
 * @param references what training sessions, tallies, meetings and learning modules state about projects and organisations; at most
 *     1,000
 */
public record TrainingQualityResponse(List<ReferenceUse> references) {}
