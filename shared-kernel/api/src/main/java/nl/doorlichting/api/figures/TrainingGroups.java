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
 * @param groups groups of equal sessions or tallies, each with the number of participants; empty where none are
 *     recorded
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
     * @param period of sessions the one day that all of the group were on; of a tally the period that it states. The day
     *     from is included, until is not
     * @param municipalities codes of the municipalities that the records name, as in GM0988; empty for records of none
     * @param trainingType code of the training type, as in GUEST_LECTURE; null for a tally over all types
     * @param targetGroup target group of the participants; null where it is not stated
     * @param phenomenon phenomenon of the training type; null where the type is about several or about none in
     *     particular, and for a tally over all types
     * @param track level at which the trainings work: a code of the codelist tracks; null where it is not stated
     * @param actionLine aim that the trainings serve: a code of the codelist action-lines; null where it is not stated
     * @param fundingInstrument how the trainings are paid: a code of the codelist funding-instruments; null where it is
     *     not stated
     * @param named whether the group states a project or an organisation
     * @param inclusion whether the group is a figure of its own, a tally, or part of a tally that is known or not known
     * @param tally id of the tally that the group is (inclusion TALLY), or that it is part of (IN_TALLY); null for
     *     ADDED and UNKNOWN
     * @param ofProgramme programme of the group, by its code, which decides which tallies may hold it; null for
     *     inclusion ADDED and IN_TALLY, where it decides nothing
     * @param ofTargetGroup target group of the group, which decides which tallies may hold it; null for inclusion ADDED
     *     and IN_TALLY, where it decides nothing, and where none is stated, which stands for any
     * @param ofTrainingType training type of the group, by its code, which decides which tallies may hold it; null for
     *     inclusion ADDED and IN_TALLY, where it decides nothing, and for a tally over all types
     * @param country country of a tally, by its two capital letters (ISO 3166-1), as in BE; null or NL for the
     *     Netherlands, and null for sessions
     * @param halves twice the best count of the participants, a person who came twice counting twice; a whole number
     *     also where the middle of a range is half a participant
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
