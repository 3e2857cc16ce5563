package nl.doorlichting.training.dataquality;

import java.util.List;
import nl.doorlichting.api.quality.ProgrammeUse;
import nl.doorlichting.api.quality.ReferenceUse;

/**
 * What this service has to show about the quality of the data of a programme.
 *
 * @param references what training sessions, tallies, meetings and learning modules state about projects and organisations; at most
 *     1,000
 * @param programmeUses records that name the programme, by kind: the programme may be unknown
 */
public record TrainingQualityResponse(List<ReferenceUse> references, List<ProgrammeUse> programmeUses) {}
