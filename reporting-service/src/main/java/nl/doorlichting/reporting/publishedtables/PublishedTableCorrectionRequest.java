package nl.doorlichting.reporting.publishedtables;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import nl.doorlichting.api.json.FormTexts;
import nl.doorlichting.platform.json.HasCrossFieldRules;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.reporting.publication.PublishableRecord;

/**
 * What the document printed, where a table was recorded wrong. A misprint stays as it was printed. Programme and code stay.
 *
 * @param reason why the version before was wrong, in words
 * @param title title of the table
 * @param unit unit of all figures, of roundedTo and of threshold, in words, as in EUR million
 * @param decimalSign comma or point; the other one groups thousands
 * @param decimals number of decimals in print
 * @param roundedTo the step to which figures are rounded, in the unit of the table, as in 0.01; they are exact if
 *     absent
 * @param threshold a cell in print of {@code <} and a number, as in {@code <0,01}, stands for an amount from 0 up to
 *     this, in the unit of the table, or up to its own number where that is higher; a cell that hides its figure, as x
 *     or * does, for one from 0 up to this; if absent, the number in the cell is the only bound; n.b. and PM, which are
 *     not known, never have one
 * @param emptyBelowThreshold whether an empty cell may hide an amount up to the threshold; an empty cell is 0 if false
 *     or absent
 * @param columns the columns in order, without the one of the labels of rows; at most one has the role TOTAL
 * @param rows the rows in order; at most one has the role TOTAL
 * @param identities sums that hold between rows of this and of other tables; none if absent
 * @param language language of title and labels, by its two letters: nl or en; nl if absent
 * @param source where this is written, in words: the document and its page or line
 */
public record PublishedTableCorrectionRequest(
        @NotBlank @Size(max = 2000) String reason,
        @NotBlank @Size(max = 300) String title,
        @NotBlank @Size(max = 100) String unit,

        @NotNull @Pattern(regexp = "^[.,]$", message = FormTexts.DECIMAL_SIGN)
        String decimalSign,

        @NotNull @Min(0) @Max(6) Integer decimals,
        @PositiveOrZero @Max(1_000_000_000) BigDecimal roundedTo,
        @PositiveOrZero @Max(1_000_000_000) BigDecimal threshold,
        Boolean emptyBelowThreshold,
        @NotNull @Size(min = 1, max = 100) List<PublishedTableRequest.@NotNull @Valid Column> columns,
        @NotNull @Size(min = 1, max = 200) List<PublishedTableRequest.@NotNull @Valid Row> rows,
        @Size(max = 50) List<PublishedTableRequest.@NotNull @Valid Identity> identities,

        @Pattern(regexp = "^(nl|en)$", message = FormTexts.DUTCH_OR_ENGLISH)
        String language,

        @NotBlank @Size(max = 500) String source)
        implements HasCrossFieldRules {
    public PublishedTableCorrectionRequest {
        emptyBelowThreshold = Boolean.TRUE.equals(emptyBelowThreshold);
        language = Objects.requireNonNullElse(language, PublishableRecord.DUTCH);
    }

    @Override
    public List<Violation> crossViolations() {
        return corrected(null, null).crossViolations();
    }

    /** What a correction of this table starts from. */
    static PublishedTableCorrectionRequest of(PublishedTableRequest table) {
        return new PublishedTableCorrectionRequest(
                null,
                table.title(),
                table.unit(),
                table.decimalSign(),
                table.decimals(),
                table.roundedTo(),
                table.threshold(),
                table.emptyBelowThreshold(),
                table.columns(),
                table.rows(),
                table.identities(),
                table.language(),
                table.source());
    }

    /** The same with what holds where nothing is stated: the source of the table is that of its rows. */
    PublishedTableCorrectionRequest statedOrUsual() {
        return new PublishedTableCorrectionRequest(
                reason,
                title,
                unit,
                decimalSign,
                decimals,
                roundedTo,
                threshold,
                emptyBelowThreshold,
                columns,
                rows.stream().map(row -> row.of(source)).toList(),
                identities,
                language,
                source);
    }

    /** The request that would have recorded the table right the first time. */
    PublishedTableRequest corrected(String programme, String code) {
        return new PublishedTableRequest(
                programme,
                code,
                title,
                unit,
                decimalSign,
                decimals,
                roundedTo,
                threshold,
                emptyBelowThreshold,
                columns,
                rows,
                identities,
                language,
                source);
    }
}
