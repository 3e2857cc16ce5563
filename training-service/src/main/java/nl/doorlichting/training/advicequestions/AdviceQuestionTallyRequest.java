package nl.doorlichting.training.advicequestions;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.vocabulary.AdviceTheme;
import nl.doorlichting.domain.vocabulary.AskerKind;
import nl.doorlichting.platform.json.NaturalId;

/**
 * Numbers of questions that their source gives only as a total; at least one of received and answered.
 *
 * @param programme code of the programme, such as APR-2007-2011 (code of /v1/programmes); it is not checked against
 *     them
 * @param period days that the numbers are about: from is included and not after today (else 400), until is not included
 * @param askedBy kind of asker: a code of the codelist asker-kinds; absent where the numbers are over all askers
 * @param theme theme of the questions: a code of the codelist advice-themes; absent where the numbers are over all
 *     themes
 * @param received number of questions that were received in the period; not stated if absent, but received, answered or
 *     both are stated (else 400)
 * @param answered number of questions of the period that were answered, not more than received (else 400); not stated if
 *     absent, but received, answered or both are stated (else 400)
 * @param source where the numbers are written, in words: the document and its page or line
 * @param reference name that the caller gives the tally, unique in its programme, as in weert/2010-1; none if absent
 */
public record AdviceQuestionTallyRequest(
        @NotBlank @Size(max = 40) String programme,
        @NotNull Period period,
        AskerKind askedBy,
        AdviceTheme theme,
        Quantity received,
        Quantity answered,
        @NotBlank @Size(max = 500) String source,
        @Size(min = 1, max = 200) @NaturalId String reference,
        @Size(min = 1, max = 2000) String note)
        implements AdviceQuestionTally.Fields {}
