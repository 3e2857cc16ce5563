package nl.doorlichting.reporting.effectstatistics;

import static nl.doorlichting.domain.figures.Dimension.ORGANISATION;
import static nl.doorlichting.domain.figures.Dimension.PROJECT;
import static nl.doorlichting.domain.figures.Dimension.ROUND;

import java.util.HashSet;
import java.util.Set;
import nl.doorlichting.api.figures.EffectAnswer.Links;
import nl.doorlichting.api.figures.RecordListPath;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Key;
import nl.doorlichting.domain.figures.Question;

/**
 * The lists of the records that the rows of one answer are made of. The lists take one value of few filters, and show what is
 * known now: a row that they cannot be narrowed to has none.
 *
 * @param mayRead whether the caller may read the lists
 */
record EffectLinks(Question question, boolean mayRead) {
    private static final Set<Dimension> OF_RECORDS = Set.of(PROJECT, ORGANISATION);

    Links of(Key row) {
        if (!mayRead || question.asOf() != null || question.from() != null || question.until() != null) {
            return Links.NONE;
        }
        return new Links(
                reports(row),
                path(row, OF_RECORDS, "/v1/effect-judgements"),
                path(row, OF_RECORDS, "/v1/indicators"),
                path(row, OF_RECORDS, "/v1/embeddings"));
    }

    // The project and the organisation of the list may be of two entries of one report, and those of a row are of one.
    private String reports(Key row) {
        return asked(row).containsAll(OF_RECORDS)
                ? null
                : path(row, Set.of(PROJECT, ORGANISATION, ROUND), "/v1/inventory-reports");
    }

    private String path(Key row, Set<Dimension> filters, String list) {
        if (!filters.containsAll(asked(row)) || asked(row).stream().anyMatch(dimension -> isOpen(row, dimension))) {
            return null;
        }
        var path = new RecordListPath(question).without("boundaries");
        row.values().forEach(path::narrow);
        return path.of(list);
    }

    private Set<Dimension> asked(Key row) {
        var asked = new HashSet<>(row.values().keySet());
        asked.addAll(question.only().keySet());
        return asked;
    }

    /** Whether it is not one value that is stated. */
    private boolean isOpen(Key row, Dimension dimension) {
        return row.has(dimension)
                ? row.get(dimension) == null
                : question.codes(dimension).size() > 1 || question.wants(dimension, Dimension.NOT_STATED);
    }
}
