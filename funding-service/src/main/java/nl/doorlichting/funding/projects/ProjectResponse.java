package nl.doorlichting.funding.projects;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.platform.responses.HasEtag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A project, or a part of one (deelproject), as stored.
 *
 * @param programme code of the programme, such as APR-2007-2011
 * @param code code, unique in its programme
 * @param name name of the project
 * @param organisationId number of the organisation that carries it out, as in GM0988; null where it is not stated
 * @param fundingInstrument how the money of the project goes out: a code of the codelist funding-instruments; null
 *     where it is not stated
 * @param track level at which the project works: a code of the codelist tracks; null where it is not stated
 * @param actionLine aim of the project: a code of the codelist action-lines; null where it is not stated
 * @param parentId id of the project of the same programme that this one is a part of; null for one that is part of none
 * @param period days of the project; null where they are not stated
 * @param place where the project works; null where it is not stated
 * @param interventionTypes what is done: codes of the codelist intervention-types; empty where not stated
 * @param phenomena what the project is about: codes of the codelist phenomena; empty where not stated
 * @param targetGroups whom the project is for: codes of the codelist target-groups; empty where not stated
 * @param partnerMunicipalities codes of municipalities that take part besides those of the place, as in GM0518; empty
 *     if there are none
 * @param description what the project does, in words, as the source has it; null where it is not stated
 * @param notes what is known of the project besides, one text each; empty if nothing
 * @param source where this is written, in words: the document and its page or line; award and its number for a project
 *     that the decision on an application recorded
 */
public record ProjectResponse(
        UUID id,
        String programme,
        String code,
        String name,
        @Schema(nullable = true) String organisationId,
        @Schema(nullable = true) FundingInstrument fundingInstrument,
        @Schema(nullable = true) Track track,
        @Schema(nullable = true) ActionLine actionLine,
        @Schema(nullable = true) UUID parentId,
        @Schema(nullable = true) Period period,
        @Schema(nullable = true) Place place,
        List<InterventionType> interventionTypes,
        List<Phenomenon> phenomena,
        List<TargetGroup> targetGroups,
        List<String> partnerMunicipalities,
        @Schema(nullable = true) String description,
        List<String> notes,
        String source,
        Instant createdAt,
        String recordedBy,
        String etag,
        List<String> allowedActions)
        implements HasEtag {}
