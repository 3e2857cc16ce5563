package nl.doorlichting.domain.figures;

import java.util.Objects;

/**
 * A note of an answer about its figures: a code for programs, the number of cases, and a text for people.
 *
 * @param code which note
 * @param count how many cases there are; the meaning of the code names of what
 */
public record FigureNote(String code, long count, String detail) {
    public FigureNote {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(detail, "detail");
    }
}
