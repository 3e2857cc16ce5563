package nl.doorlichting.training.trainers;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import nl.doorlichting.domain.quantity.AggregatedQuantity;
import nl.doorlichting.training.trainers.TrainerFigures.Descendant;
import nl.doorlichting.training.trainers.TrainerFigures.Given;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Trainers by who trained them, and the participants of each.
 *
 * @param rows trainers without a recorded trainer first, then their trainees, and so on
 * @param totals exactly one row; a session that several trainers gave counts once in it
 * @param revision state of the figures, as a text to compare: it differs after every change of them
 */
@Schema(name = "TrainerStatistics")
public record TrainerStatisticsResponse(List<Row> rows, List<Total> totals, String revision) {
    /**
     * One trainer.
     *
     * @param trainer id of the trainer
     * @param label what the trainer does or where; empty for a caller that may not read trainers, and once the person
     *     is erased
     * @param trainedBy id of the trainer that trained this one; null for the first generation, or where not known
     * @param generation number of generations after the first: 0 for a trainer whom no recorded trainer trained
     * @param sessions number of held sessions that this trainer gave since being trained
     * @param participants number of people who came to them; a person who came twice counts twice
     */
    @Schema(name = "TrainerStatisticsRow")
    public record Row(
            UUID trainer,
            String label,
            @Schema(nullable = true) UUID trainedBy,
            int generation,
            long sessions,
            AggregatedQuantity participants) {

        /** Without the label, which may name a person. */
        @Override
        public String toString() {
            return "Row[trainer=" + trainer + "]";
        }

        static Row from(Descendant trainer, String label, Given given) {
            return new Row(
                    trainer.id(),
                    label,
                    trainer.trainedBy(),
                    trainer.generation(),
                    given.sessions(),
                    given.participants().aggregate());
        }
    }

    /**
     * All trainers together; each session once.
     *
     * @param trainers number of trainers
     * @param sessions number of held sessions that they gave, each once
     * @param participants number of people who came to them; a person who came twice counts twice
     */
    @Schema(name = "TrainerStatisticsTotal")
    public record Total(long trainers, long sessions, AggregatedQuantity participants) {}

    static TrainerStatisticsResponse from(
            List<Descendant> lineage,
            Function<Descendant, String> labels,
            Map<UUID, Given> ofEach,
            Given together,
            String revision) {
        return new TrainerStatisticsResponse(
                lineage.stream()
                        .map(trainer -> Row.from(
                                trainer, labels.apply(trainer), ofEach.getOrDefault(trainer.id(), Given.NOTHING)))
                        .toList(),
                List.of(new Total(
                        lineage.size(),
                        together.sessions(),
                        together.participants().aggregate())),
                revision);
    }
}
