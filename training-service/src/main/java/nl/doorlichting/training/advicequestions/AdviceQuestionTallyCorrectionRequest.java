package nl.doorlichting.training.advicequestions;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.vocabulary.AdviceTheme;
import nl.doorlichting.domain.vocabulary.AskerKind;

/**
 * What a tally of questions should have stated. Its programme and reference stay.
 *
 * @param reason why the tally before was wrong, in words
 * @param period days that the numbers are about: from is included, until is not
 * @param askedBy kind of asker: a code of the codelist asker-kinds; absent where the numbers are over all askers
 * @param theme theme of the questions: a code of the codelist advice-themes; absent where the numbers are over all
 *     themes
 * @param received number of questions that were received in the period; not stated if absent, but received, answered or
 *     both are stated (else 400)
 * @param answered number of questions of the period that were answered, not more than received (else 400); not stated if
 *     absent, but received, answered or both are stated (else 400)
 * @param source where the numbers are written, in words: the document and its page or line
 */
public record AdviceQuestionTallyCorrectionRequest(
        @NotBlank @Size(max = 2000) String reason,
        @NotNull Period period,
        AskerKind askedBy,
        AdviceTheme theme,
        Quantity received,
        Quantity answered,
        @NotBlank @Size(max = 500) String source,
        @Size(min = 1, max = 2000) String note)
        implements AdviceQuestionTally.Fields {}
