package nl.doorlichting.training.advicequestions;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import nl.doorlichting.domain.vocabulary.AdviceTheme;
import nl.doorlichting.domain.vocabulary.AskerKind;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.platform.json.NaturalId;

/**
 * A question for advice; a field that is absent is not stated.
 *
 * @param programme code of the programme, such as APR-2007-2011 (code of /v1/programmes); it is not checked against
 *     them
 * @param askedBy kind of asker as whom the question is asked
 * @param question the question in words; personal data, encrypted and erased after its retention
 * @param receivedOn day of receipt, for a coordinator who records a question that was asked elsewhere; today if absent
 * @param organisationId number of the organisation that asks, as in GM0988 (number of /v1/organisations); it is not
 *     checked; of none if absent
 * @param reference name that the caller gives the question, unique in its programme, as in weert/2010-1
 */
public record AdviceQuestionRequest(
        @NotBlank @Size(max = 40) String programme,
        @NotNull AskerKind askedBy,
        @NotNull AdviceTheme theme,
        Phenomenon phenomenon,
        @NotBlank @Size(max = 4000) String question,
        LocalDate receivedOn,
        @Size(min = 1, max = 40) String organisationId,
        @Size(min = 1, max = 200) @NaturalId String reference) {

    /** Without the question, which may speak of people. */
    @Override
    public String toString() {
        return "AdviceQuestionRequest";
    }
}
