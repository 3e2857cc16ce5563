package nl.doorlichting.reporting.claims;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import nl.doorlichting.api.json.FormTexts;
import nl.doorlichting.domain.claims.ClaimComparison;
import nl.doorlichting.domain.claims.ClaimRelation;
import nl.doorlichting.domain.claims.ClaimUnit;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.platform.json.HasCrossFieldRules;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.reporting.publication.PublishableRecord;

/**
 * What a claim should have stated. Its programme and code stay.
 *
 * @param reason why the version before was wrong, in words
 * @param statement what the text claims, in words of the recorder
 * @param comparison what of the figures the claim is about
 * @param relation how the result stands to the stated figure if the claim holds
 * @param stated the figure in the text, in the unit
 * @param tolerance how far the result may be from the stated figure, in the unit, as for "about"; 0 if absent
 * @param unit what the stated figure counts: the unit of the measures, PEOPLE for a claim about different people, TIMES
 *     for a RATIO, PERCENT for a SHARE
 * @param period the days that the text is about: with VALUE exactly those of the figure, else they hold those of both
 *     figures; not compared if absent
 * @param first the figure, or the first of two
 * @param second the second figure; absent with VALUE and required else
 * @param language language of statement, by its two letters: nl or en; nl if absent
 * @param source where the text has it, in words: the document and its page or line
 */
public record ClaimCorrectionRequest(
        @NotBlank @Size(max = 2000) String reason,
        @NotBlank @Size(max = 300) String statement,
        @NotNull ClaimComparison comparison,
        @NotNull ClaimRelation relation,
        @NotNull @Digits(integer = 12, fraction = 6) BigDecimal stated,
        @PositiveOrZero @Digits(integer = 12, fraction = 6) BigDecimal tolerance,
        @NotNull ClaimUnit unit,
        Period period,
        @NotNull @Valid ClaimRequest.Reference first,
        @Valid ClaimRequest.Reference second,

        @Pattern(regexp = "^(nl|en)$", message = FormTexts.DUTCH_OR_ENGLISH)
        String language,

        @NotBlank @Size(max = 500) String source)
        implements HasCrossFieldRules {
    public ClaimCorrectionRequest {
        tolerance = Objects.requireNonNullElse(tolerance, BigDecimal.ZERO);
        language = Objects.requireNonNullElse(language, PublishableRecord.DUTCH);
    }

    @Override
    public List<Violation> crossViolations() {
        return corrected(null, null).crossViolations();
    }

    /** What a correction of this claim starts from. */
    static ClaimCorrectionRequest of(ClaimRequest claim) {
        return new ClaimCorrectionRequest(
                null,
                claim.statement(),
                claim.comparison(),
                claim.relation(),
                claim.stated(),
                claim.tolerance(),
                claim.unit(),
                claim.period(),
                claim.first(),
                claim.second(),
                claim.language(),
                claim.source());
    }

    /** The request that would have recorded the claim right the first time. */
    ClaimRequest corrected(String programme, String code) {
        return new ClaimRequest(
                programme,
                code,
                statement,
                comparison,
                relation,
                stated,
                tolerance,
                unit,
                period,
                first,
                second,
                language,
                source);
    }
}
