package nl.doorlichting.training.trainingsessions;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.api.figures.StatedInclusion;
import nl.doorlichting.domain.place.Place;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.platform.json.NaturalId;

/**
 * A planned session; a field that is absent is not stated.
 *
 * @param programme code of the programme, such as APR-2007-2011
 * @param trainingType code of the training type
 * @param title title of the session
 * @param date day of the session
 * @param organisationId number of the organisation that gives or receives it
 * @param capacity number of places; absent is no limit
 * @param reference natural id of the session, unique in the programme
 * @param source where this is written
 * @param series code that the sessions of one series share
 * @param hostOrganisationId number of the organisation under whose roof it is
 * @param trainers subjects of the trainers that give it
 * @param language ISO 639 code of the language it is given in, such as nl
 * @param includedIn id of the training tally of the same programme and training type that already counts this session,
 *     NONE, or UNKNOWN; absent means UNKNOWN, and is not allowed where such a tally covers the day already
 * @param confirm true to change the date to an earlier one in the past although people are registered, whose names are
 *     then erased sooner; no part of the session, and without effect elsewhere
 */
public record TrainingSessionRequest(
        @NotBlank @Size(max = 40) String programme,
        @NotBlank @Size(max = 40) String trainingType,
        @NotBlank @Size(max = 200) String title,
        @NotNull LocalDate date,
        Place place,
        UUID projectId,
        @Size(min = 1, max = 40) String organisationId,
        Track track,
        ActionLine actionLine,
        FundingInstrument fundingInstrument,
        @Min(1) @Max(1_000_000) Integer capacity,
        @Size(min = 1, max = 200) @NaturalId String reference,
        @NotBlank @Size(max = 500) String source,
        @Size(min = 1, max = 40) String series,
        @Size(min = 1, max = 40) String hostOrganisationId,
        @Size(max = 20) List<@NotBlank @Size(max = 200) String> trainers,
        @Pattern(regexp = LANGUAGE) String language,
        @Pattern(regexp = StatedInclusion.PATTERN) String includedIn,
        Boolean confirm)
        implements TrainingSession.Fields {

    static final String LANGUAGE = "^[a-z]{2,3}$";
}
