package nl.doorlichting.reporting.releases;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import nl.doorlichting.domain.releases.ReviewChapter;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an editor says above a chapter of the review page, in both languages. No figure is made of it.
 *
 * @param chapter chapter that the headline is of: a code of the codelist review-chapters
 * @param headlineDutch headline in Dutch
 * @param headlineEnglish headline in English
 * @param textDutch explanation below the headline, in Dutch; null for none
 * @param textEnglish explanation below the headline, in English; null for none
 */
public record ReleaseHeadline(
        @NotNull ReviewChapter chapter,
        @NotBlank @Size(max = 200) String headlineDutch,
        @NotBlank @Size(max = 200) String headlineEnglish,
        @Schema(nullable = true) @Size(max = 1000) String textDutch,
        @Schema(nullable = true) @Size(max = 1000) String textEnglish) {}
