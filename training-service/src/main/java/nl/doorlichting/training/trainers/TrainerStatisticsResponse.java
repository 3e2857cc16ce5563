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
 * @param rows trainers, one row each: without parameter trainer those whom no recorded trainer trained first, with it
 *     that trainer first; then those whom they trained, and so on. Empty where there is no trainer
 * @param totals exactly one row, over all rows; a session that several trainers gave counts once in it
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
     * @param trainedBy trainer who trained this one, by the id of that trainer; null for the first generation, or where
     *     not known
     * @param generation number of generations after the first trainer of the rows: 0 for a trainer whom no recorded
     *     trainer trained and, with parameter trainer, for that one; 1 for those whom these trained
     * @param sessions number of held sessions that this trainer gave since being trained; one given with others counts
     *     for each
     * @param participants number of people who came to these sessions; a person who came to two of them counts twice
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
     * @param trainers number of trainers in the rows
     * @param sessions number of held sessions that these trainers gave since being trained, each once
     * @param participants number of people who came to these sessions, each session once; a person who came to two of
     *     them counts twice
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
