package nl.doorlichting.api.figures;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.doorlichting.domain.figures.Note;
import nl.doorlichting.domain.figures.NoteCode;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.figures.Table;
import nl.doorlichting.platform.texts.Language;
import nl.doorlichting.platform.texts.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A note of an answer about its figures: a code for programs, the number of cases, and a text for people.
 *
 * @param code which note it is: a code of the codelist note-codes, whose meaning says what count counts
 * @param count number of records, rows or other cases, of which the meaning of the code says what they are
 * @param detail what the note means in this answer, in the language of the answer
 */
public record FigureNote(
        String code,
        long count,
        @Schema(implementation = String.class) Text detail) {
    /** Notes that the answers of one structure word in their own way. */
    private static final Map<Structure, Set<NoteCode>> OF_STRUCTURE = Map.of(
            Structure.EFFECTS,
            Set.of(NoteCode.NOT_STATED, NoteCode.EVALUATIONS_SUPPRESSED, NoteCode.RATING_NOT_SHOWN),
            Structure.ADVICE,
            Set.of(NoteCode.PARTIAL_OVERLAP, NoteCode.OVERLAPPING_PERIODS));

    /** Notes that name codes or periods. The others count only. */
    private static final Set<NoteCode> NAMING = Set.of(
            NoteCode.NOTHING_RECORDED,
            NoteCode.SPLIT,
            NoteCode.OVERLAPPING_PERIODS,
            NoteCode.UNEQUAL_PERIODS,
            NoteCode.REGISTER_ENDS);

    // Thousands of session days may share the period of one tally, which is too much to read.
    private static final int MOST_NAMED_OF_TRAINING = 20;
    private static final int MOST_NAMED = 1_000;

    public FigureNote {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(detail, "detail");
    }

    /** The notes of an answer, in their order. */
    public static List<FigureNote> of(Table<?> table) {
        var structure = table.question().structure();
        return table.shownNotes().stream().map(note -> of(structure, note)).toList();
    }

    /** The note that nothing is recorded of what this question names. */
    public static FigureNote nothingRecorded(Question question) {
        var named = question.references();
        return of(question.structure(), new Note(NoteCode.NOTHING_RECORDED, Math.max(1, named.size()), named));
    }

    /** A note as the answers of this structure word it. */
    static FigureNote of(Structure structure, Note note) {
        var own = OF_STRUCTURE.getOrDefault(structure, Set.of()).contains(note.code());
        var key = "note." + (own ? kebab(structure) + "." : "") + kebab(note.code());
        return new FigureNote(note.code().name(), note.count(), detail(key, structure, note));
    }

    private static Text detail(String key, Structure structure, Note note) {
        if (note.code() == NoteCode.NOTHING_RECORDED && note.named().isEmpty()) {
            return Text.of("note.nothing-recorded-at-all");
        }
        return NAMING.contains(note.code())
                ? Text.of(key, named(structure, note.named()), note.count())
                : Text.of(key, note.count());
    }

    private static Text named(Structure structure, List<String> named) {
        var most = structure == Structure.TRAINING ? MOST_NAMED_OF_TRAINING : MOST_NAMED;
        var names = String.join(", ", named.subList(0, Math.min(most, named.size())));
        return named.size() > most ? Text.of("note.names-and-more", names, named.size() - most) : Text.verbatim(names);
    }

    private static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The same with a remark after it. */
    public FigureNote with(Text remark) {
        return with(count, Text.of("note.with-remark", detail, remark));
    }

    /** The same of more cases: this one and that of another source. */
    public FigureNote and(FigureNote other) {
        return with(count + other.count, Text.of("note.both", detail, other.detail));
    }

    /** The same with its words in each language, and no longer how they are made; Dutch may come from another answer. */
    public FigureNote worded(Text dutch) {
        return with(count, Text.stored(detail.in(Language.ENGLISH), dutch.in(Language.DUTCH)));
    }

    private FigureNote with(long cases, Text words) {
        return new FigureNote(code, cases, words);
    }
}
