package nl.doorlichting.domain.figures;

import java.util.List;

/**
 * Something that a reader needs before using the figures.
 *
 * @param count how many records, rows or lengths it is about
 * @param named codes or periods that it is about, in order; may be empty
 */
public record Note(NoteCode code, long count, List<String> named) {
    public Note {
        named = List.copyOf(named);
    }
}
