package nl.doorlichting.gateway.clients.training;

import java.util.List;
import nl.doorlichting.api.quality.ProgrammeUse;
import nl.doorlichting.api.quality.ReferenceUse;

/** What the training service has to show about the quality of the data of a programme. */
public record TrainingQuality(List<ReferenceUse> references, List<ProgrammeUse> programmeUses) {
    /** Nothing to show. */
    public static final TrainingQuality NONE = new TrainingQuality(List.of(), List.of());

    public TrainingQuality {
        references = List.copyOf(references);
        // The release before has none.
        programmeUses = programmeUses == null ? List.of() : List.copyOf(programmeUses);
    }
}
