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
 * A question for advice.
 *
 * @param programme code of the programme, such as APR-2007-2011 (code of /v1/programmes); it is not checked against
 *     them
 * @param askedBy kind of asker as whom the question is asked: a code of the codelist asker-kinds
 * @param phenomenon what the question is about: a code of the codelist phenomena; absent where it is about none of them
 * @param question the question in words; personal data, encrypted and erased after its retention
 * @param receivedOn day of receipt, today or earlier, for a coordinator who records a question that was asked
 *     elsewhere; it is 403 from others; today if absent
 * @param organisationId organisation that asks, by its number, as in GM0988 (number of /v1/organisations). A coordinator
 *     states any; another caller that of its token, and another one is 400. If absent it is that of the token, but for a
 *     citizen and in what a coordinator records: of no organisation
 * @param reference name that the caller gives the question, unique in its programme, as in weert/2010-1; none if absent
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

    AdviceQuestionRequest ofOrganisation(String organisation) {
        return new AdviceQuestionRequest(
                programme, askedBy, theme, phenomenon, question, receivedOn, organisation, reference);
    }

    /** Without the question, which may speak of people. */
    @Override
    public String toString() {
        return "AdviceQuestionRequest";
    }
}
