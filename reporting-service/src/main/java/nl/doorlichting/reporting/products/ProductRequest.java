package nl.doorlichting.reporting.products;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
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
 * Something that was made to be used; a field that is absent is not stated. It becomes public, so no person is named in
 * it.
 *
 * @param reference name that the caller gives the record, unique in its programme, as in weert/2010-1
 * @param place where it was or is: a scope and, where it is local, municipalities of any day of the register, because a
 *     product has no period; of scope UNSPECIFIED where none is stated
 * @param kind what kind of thing was made
 * @param name name of the product
 * @param audience for whom it was made, in words; not stated if absent
 * @param testedWithTargetGroup whether those for whom it was made tried it; not known if absent
 * @param useNotMeasuredBecause why its use was not counted before the first count recorded here, in words; not stated
 *     if absent
 * @param language language of name and description: nl or en; nl if absent
 * @param source where this is written, in words: the document and its page or line
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
        @Pattern(regexp = "^(nl|en)$") String language,
        @NotBlank @Size(max = 500) String source)
        implements PublishableRecord.Content {}
