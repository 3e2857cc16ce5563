package nl.doorlichting.api.figures;

import java.util.List;
import java.util.Objects;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.releases.ChangeReason;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.domain.vocabulary.Track;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What records of trainings changed between two instants, so that a release can give a reason for each cell that differs.
 *
 * @param changes what changed, one for each record and for each group of cells that it stood or stands in; empty where
 *     nothing changed
 * @param revision identifies the state of the data that the answer is from; it differs after every change of the
 *     figures
 */
@Schema(name = "TrainingChangesResponse")
public record TrainingChanges(List<Change> changes, String revision) {
    public TrainingChanges {
        changes = List.copyOf(changes);
        Objects.requireNonNull(revision, "revision");
    }

    /**
     * Why figures differ in the cells of records that state this. A record that moved is there as it was and as it is.
     *
     * @param reason why the figures differ: a code of the codelist change-reasons
     * @param period days that the record is about: from is included, until is not
     * @param municipalities codes of the municipalities that the record names, as in GM0988; empty for a record of none
     * @param trainingType code of the training type, as in GUEST_LECTURE; null for a tally over all types
     * @param targetGroup target group of the participants; null where the record states none
     * @param track level at which the trainings work: a code of the codelist tracks; null where the record states none
     * @param actionLine aim that the trainings serve: a code of the codelist action-lines; null where the record states
     *     none
     * @param fundingInstrument how the trainings are paid: a code of the codelist funding-instruments; null where the
     *     record states none
     */
    @Schema(name = "TrainingChange")
    public record Change(
            ChangeReason reason,
            Period period,
            List<String> municipalities,
            @Schema(nullable = true) String trainingType,
            @Schema(nullable = true) TargetGroup targetGroup,
            @Schema(nullable = true) Track track,
            @Schema(nullable = true) ActionLine actionLine,
            @Schema(nullable = true) FundingInstrument fundingInstrument) {
        public Change {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(period, "period");
            municipalities = List.copyOf(municipalities);
        }
    }
}
