package nl.doorlichting.api.figures;

import java.util.List;
import java.util.Objects;
import nl.doorlichting.domain.figures.Inclusion;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.domain.vocabulary.Track;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The participants of trainings, in groups that no table of a release divides, so that their counts can be protected in all
 * tables together.
 *
 * @param revision state of the figures, as a text to compare: it differs after every change of them
 */
@Schema(name = "TrainingGroupsResponse")
public record TrainingGroups(List<Group> groups, String revision) {
    public TrainingGroups {
        groups = List.copyOf(groups);
        Objects.requireNonNull(revision, "revision");
    }

    /**
     * Participants of held sessions, or of one tally, that state the same.
     *
     * @param municipalities codes of the municipalities that the records name, as in GM0988; empty for records of none
     * @param trainingType code of the training type, as in GUEST_LECTURE; null for a tally over all types
     * @param targetGroup target group of the participants; null where it is not stated
     * @param phenomenon phenomenon of the training type; null where the type is about several or about none in
     *     particular, and for a tally over all types
     * @param track level of the sessions; null where it is not stated
     * @param actionLine aim of the sessions; null where it is not stated
     * @param fundingInstrument how they were paid; null where it is not stated
     * @param named whether it states a project or an organisation
     * @param inclusion whether a tally holds the figure: one that is named, none, or not known
     * @param tally id of the tally that it is, or that it is part of; null for sessions that are part of none
     * @param ofProgramme programme of the figure, by its code; null where it cannot matter, because the figure can be
     *     part of no tally
     * @param ofTargetGroup target group of the figure; null where it cannot matter, because the figure can be part of
     *     no tally
     * @param ofTrainingType training type of the figure, by its code; null where it cannot matter, because the figure
     *     can be part of no tally
     * @param country country of a tally abroad, by its two capital letters (ISO 3166-1), as in BE; null for the
     *     Netherlands
     * @param halves number of half participants: twice the best count, because the middle of a range can be half a
     *     participant
     */
    @Schema(name = "TrainingGroup")
    public record Group(
            Period period,
            List<String> municipalities,
            @Schema(nullable = true) String trainingType,
            @Schema(nullable = true) TargetGroup targetGroup,
            @Schema(nullable = true) Phenomenon phenomenon,
            @Schema(nullable = true) Track track,
            @Schema(nullable = true) ActionLine actionLine,
            @Schema(nullable = true) FundingInstrument fundingInstrument,
            boolean named,
            Inclusion.Kind inclusion,
            @Schema(nullable = true) String tally,
            @Schema(nullable = true) String ofProgramme,
            @Schema(nullable = true) String ofTargetGroup,
            @Schema(nullable = true) String ofTrainingType,
            @Schema(nullable = true) String country,
            long halves) {
        public Group {
            municipalities = List.copyOf(municipalities);
            Objects.requireNonNull(period, "period");
            Objects.requireNonNull(inclusion, "inclusion");
        }
    }
}
