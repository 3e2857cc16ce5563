package nl.doorlichting.training.learningmodules;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.platform.json.NaturalId;

/**
 * A learning module; a field that is absent is not stated.
 *
 * @param programme code of the programme, such as APR-2007-2011; it cannot be changed
 * @param title title of the module
 * @param targetGroup whom it is for
 * @param organisationId number of the organisation that offers it
 * @param source where this is written
 * @param reference natural id of the module, unique in the programme; it cannot be changed
 */
public record LearningModuleRequest(
        @NotBlank @Size(max = 40) String programme,
        @NotBlank @Size(max = 200) String title,
        TargetGroup targetGroup,
        Phenomenon phenomenon,
        @Size(min = 1, max = 40) String organisationId,
        @NotBlank @Size(max = 500) String source,
        @Size(min = 1, max = 200) @NaturalId String reference,
        @Size(max = 2000) String note) {}
