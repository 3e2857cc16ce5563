package nl.doorlichting.funding.projects;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.api.json.FormTexts;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.platform.json.NaturalId;

/**
 * A new project, or a part of one (deelproject).
 *
 * @param programme code of the programme, such as APR-2007-2011. It cannot be changed: another value is 400
 * @param code code, unique in its programme. It cannot be changed: another value is 400
 * @param name name of the project
 * @param organisationId number of the organisation that carries it out, as in GM0988; not stated if absent
 * @param fundingInstrument how the money of the project goes out: a code of the codelist funding-instruments; not
 *     stated if absent
 * @param track level at which the project works: a code of the codelist tracks; not stated if absent
 * @param actionLine aim of the project: a code of the codelist action-lines; not stated if absent
 * @param parentId id of the project of the same programme that this one is a part of; of none if absent
 * @param period days of the project; not stated if absent. In a PATCH it is sent whole
 * @param place where the project works, with municipalities that exist on a day of its period, or on any day if it
 *     states no period; not stated if absent. In a PATCH its fields are merged: those that are not named stay
 * @param interventionTypes what is done: codes of the codelist intervention-types; not stated if absent. In a PATCH the
 *     list takes the place of the stored one, and [] empties it
 * @param phenomena what the project is about: codes of the codelist phenomena; not stated if absent. In a PATCH the
 *     list takes the place of the stored one, and [] empties it
 * @param targetGroups whom the project is for: codes of the codelist target-groups; not stated if absent. In a PATCH
 *     the list takes the place of the stored one, and [] empties it
 * @param partnerMunicipalities codes of municipalities that take part besides those of the place, as in GM0518; none if
 *     absent. In a PATCH the list takes the place of the stored one, and [] empties it
 * @param description what the project does, in words, as the source has it; not stated if absent
 * @param notes what is known besides, one text each; nothing if absent. In a PATCH the list takes the place of the
 *     stored one, and [] empties it
 * @param source where this is written, in words: the document and its page or line
 */
public record ProjectRequest(
        @NotBlank @Size(max = 40) String programme,
        @NotBlank @Size(max = 100) @NaturalId String code,
        @NotBlank @Size(max = 200) String name,
        @Size(min = 1, max = 40) String organisationId,
        FundingInstrument fundingInstrument,
        Track track,
        ActionLine actionLine,
        UUID parentId,
        Period period,
        Place place,
        @Size(max = 20) List<@NotNull InterventionType> interventionTypes,
        @Size(max = 20) List<@NotNull Phenomenon> phenomena,
        @Size(max = 20) List<@NotNull TargetGroup> targetGroups,

        @Size(max = 500)
        List<@NotNull @Pattern(regexp = "^GM[0-9]{4}$", message = FormTexts.MUNICIPALITY) String> partnerMunicipalities,

        @Size(max = 10_000) String description,
        @Size(max = 100) List<@NotBlank @Size(max = 2000) String> notes,
        @NotBlank @Size(max = 500) String source) {}
