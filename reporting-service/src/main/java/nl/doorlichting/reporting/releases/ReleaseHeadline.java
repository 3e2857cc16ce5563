package nl.doorlichting.reporting.releases;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import nl.doorlichting.domain.releases.ReviewChapter;
import nl.doorlichting.domain.releases.ReviewPicture;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an editor says above a chapter of the review page, or beside one of its pictures, in both languages. No figure is made
 * of it.
 *
 * @param chapter chapter that the headline is of: a code of the codelist review-chapters
 * @param picture picture of the chapter that the headline stands beside: a code of the codelist review-pictures; null for the
 *     headline of the chapter itself
 * @param headlineDutch headline in Dutch
 * @param headlineEnglish headline in English
 * @param textDutch explanation below the headline, in Dutch; null for none
 * @param textEnglish explanation below the headline, in English; null for none
 */
public record ReleaseHeadline(
        @NotNull ReviewChapter chapter,
        @Schema(nullable = true) ReviewPicture picture,
        @NotBlank @Size(max = 200) String headlineDutch,
        @NotBlank @Size(max = 200) String headlineEnglish,
        @Schema(nullable = true) @Size(max = 1000) String textDutch,
        @Schema(nullable = true) @Size(max = 1000) String textEnglish) {}
