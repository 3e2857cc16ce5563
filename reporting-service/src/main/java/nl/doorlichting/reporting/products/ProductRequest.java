package nl.doorlichting.reporting.products;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.doorlichting.api.json.FormTexts;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.ProductKind;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.platform.json.NaturalId;
import nl.doorlichting.reporting.publication.PublishableRecord;

/**
 * Something that was made to be used. A field that is absent is not stated. The product becomes public, so no person is
 * named in it.
 *
 * @param reference name that the caller gives the record, unique in its programme, as in weert/2010-1
 * @param projectId project that made the product, by its id (id of /v1/projects); it is not checked, so GET
 *     /v1/projects/{id} may answer 404; absent where it is of no one project
 * @param organisationId number of the organisation that carried out the activity, as in GM0988 (number of
 *     /v1/organisations); it is not checked; absent where it is not stated
 * @param track level at which the activity works: a code of the codelist tracks; absent where it is not stated
 * @param actionLine aim of the activity: a code of the codelist action-lines; absent where it is not stated
 * @param fundingInstrument how the money for the activity goes out: a code of the codelist funding-instruments; absent
 *     where it is not stated
 * @param interventionTypes what is done: codes of the codelist intervention-types; empty where not stated; a PATCH
 *     replaces the list whole
 * @param phenomena what the activity is about: codes of the codelist phenomena; empty where not stated; a PATCH
 *     replaces the list whole
 * @param place where the activity was or is: a scope and, where it is local, municipalities of any day of the register,
 *     because a product has no period; of scope UNSPECIFIED where none is stated; in a PATCH its parts that are not
 *     named stay
 * @param kind what kind of thing was made: a code of the codelist product-kinds
 * @param name name of the product
 * @param description what the product is, in words; absent where it is not stated
 * @param audience for whom the product was made, in words; not stated if absent
 * @param testedWithTargetGroup true where those for whom the product was made tried it, false where they did not; not
 *     known if absent
 * @param useNotMeasuredBecause why the use of the product before its first count here (POST /v1/products/{id}/uses) was
 *     not counted, in words; "use was not counted" if absent. An answer has the text as reason of use.before
 * @param language language of name and description, by its two letters: nl or en; nl if absent
 * @param source where the product is written, in words: the document and its page or line
 */
public record ProductRequest(
        @NotBlank @Size(max = 40) String programme,
        @Size(min = 1, max = 200) @NaturalId String reference,
        UUID projectId,
        @Size(min = 1, max = 40) String organisationId,
        Track track,
        ActionLine actionLine,
        FundingInstrument fundingInstrument,
        @Size(max = 7) List<@NotNull InterventionType> interventionTypes,
        @Size(max = 10) List<@NotNull Phenomenon> phenomena,
        Place place,
        @NotNull ProductKind kind,
        @NotBlank @Size(max = 300) String name,
        @Size(min = 1, max = 8000) String description,
        @Size(min = 1, max = 500) String audience,
        Boolean testedWithTargetGroup,
        @Size(min = 1, max = 500) String useNotMeasuredBecause,

        @Pattern(regexp = "^(nl|en)$", message = FormTexts.DUTCH_OR_ENGLISH)
        String language,

        @NotBlank @Size(max = 500) String source)
        implements PublishableRecord.Content {
    private static final String NOT_COUNTED = "use was not counted";

    public ProductRequest {
        place = Objects.requireNonNullElse(place, Place.UNSPECIFIED);
        useNotMeasuredBecause = Objects.requireNonNullElse(useNotMeasuredBecause, NOT_COUNTED);
        language = Objects.requireNonNullElse(language, PublishableRecord.DUTCH);
    }
}
