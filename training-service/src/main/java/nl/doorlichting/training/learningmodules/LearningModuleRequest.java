package nl.doorlichting.training.learningmodules;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.platform.json.NaturalId;

/**
 * A module for self-study.
 *
 * @param programme code of the programme, such as APR-2007-2011 (code of /v1/programmes); it is not checked against
 *     them. It cannot be changed: another value is 400
 * @param title title of the module
 * @param targetGroup whom the module is for: a code of the codelist target-groups; not stated if absent
 * @param phenomenon what the module is about: a code of the codelist phenomena; not stated if absent
 * @param organisationId organisation that offers the module, by its number, as in SIPI (number of /v1/organisations);
 *     it is not checked; not stated if absent
 * @param source where the module is written down, in words: the document and its page or line
 * @param reference name that the caller gave the module, unique in the programme, as in learning-modules/youth-work;
 *     absent if it has none. It cannot be changed: another value, or to empty it, is 400
 */
public record LearningModuleRequest(
        @NotBlank @Size(max = 40) String programme,
        @NotBlank @Size(max = 200) String title,
        TargetGroup targetGroup,
        Phenomenon phenomenon,
        @Size(min = 1, max = 40) String organisationId,
        @NotBlank @Size(max = 500) String source,
        @Size(min = 1, max = 200) @NaturalId String reference,
        @Size(min = 1, max = 2000) String note) {}
