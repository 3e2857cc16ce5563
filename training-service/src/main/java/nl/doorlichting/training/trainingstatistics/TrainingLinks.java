package nl.doorlichting.training.trainingstatistics;

import java.util.Set;
import nl.doorlichting.api.figures.RecordListPath;
import nl.doorlichting.api.figures.TrainingAnswer;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.figures.Table;
import nl.doorlichting.platform.caller.Caller;
import nl.doorlichting.training.TrainingAccess;
import nl.doorlichting.training.trainingsessions.TrainingSessionResource;
import nl.doorlichting.training.trainingtallies.TrainingTallyResource;

/**
 * The lists of the sessions and tallies that the rows of one answer are made of. The lists have no filter on places and
 * professions, and show what is known now: a row of such a question has none.
 *
 * @param sessions path of the list of all sessions of the row, those that a tally holds among them; null where the
 *     caller may not read it, where it has nothing of the row, or where it cannot be narrowed to the row
 * @param tallies path of the list of tallies of the row; null where the caller may not read it, where it has nothing of
 *     the row, or where it cannot be narrowed to the row
 */
record TrainingLinks(Question question, boolean sessions, boolean tallies) {
    /** What neither sessions nor tallies state, so that all stand in the row of none. */
    private static final Set<Dimension> STATED_BY_NONE =
            Set.of(Dimension.ROUND, Dimension.INTERVENTION_TYPE, Dimension.INTENSITY);

    /** Links to the lists that this caller may read, each whole. */
    static TrainingLinks of(Question question, Caller caller) {
        return new TrainingLinks(
                question, caller.may(TrainingAccess.READ_TRAININGS), caller.may(TrainingAccess.READ_TRAINING_RESULTS));
    }

    TrainingAnswer.Links of(Table.Row<?> row) {
        return new TrainingAnswer.Links(sessions(row), tallies(row));
    }

    /** The sessions; null for none. Those that a tally holds are among them, unless the answer is about reach. */
    String sessions(Table.Row<?> row) {
        if (!sessions || isBeyondLists(row) || wantsOther(row, STATED_BY_NONE)) {
            return null;
        }
        var path = narrowed(row, STATED_BY_NONE);
        if (question.structure() == Structure.REACH) {
            path.with("status", "HELD").apartFrom(row.holding());
        }
        return path.of(TrainingSessionResource.PATH);
    }

    /** The tallies; null for none. They state no project. */
    String tallies(Table.Row<?> row) {
        var unstated = Set.of(Dimension.ROUND, Dimension.INTERVENTION_TYPE, Dimension.INTENSITY, Dimension.PROJECT);
        return !tallies || isBeyondLists(row) || wantsOther(row, unstated)
                ? null
                : narrowed(row, unstated).of(TrainingTallyResource.PATH);
    }

    private boolean isBeyondLists(Table.Row<?> row) {
        return question.asOf() != null || question.looksAtPlace() || row.key().has(Dimension.PROFESSION);
    }

    /** Whether the row, or a filter, wants a value of what the records of a list do not state. */
    private boolean wantsOther(Table.Row<?> row, Set<Dimension> unstated) {
        return unstated.stream()
                .anyMatch(dimension ->
                        row.key().get(dimension) != null || !question.wants(dimension, Dimension.NOT_STATED));
    }

    private RecordListPath narrowed(Table.Row<?> row, Set<Dimension> unstated) {
        var path = new RecordListPath(question);
        unstated.forEach(path::without);
        row.key().values().forEach((dimension, value) -> {
            if (!unstated.contains(dimension)) {
                path.narrow(dimension, value);
            }
        });
        return path.without("boundaries");
    }
}
