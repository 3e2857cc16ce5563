package nl.doorlichting.gateway.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import nl.doorlichting.domain.figures.FigureNote;
import nl.doorlichting.domain.figures.NoteCode;

/**
 * Something to know before using the figures.
 *
 * @param code which remark
 * @param count how many records it is about
 * @param detail what it means here, in words
 */
public record ReportNote(String code, long count, String detail) {

    /**
     * The notes of sources side by side, merged. {@code NOTHING_RECORDED} stands, once, only if no source has anything.
     *
     * @param sources the notes of each source that answered
     */
    public static List<ReportNote> mergeSources(List<List<FigureNote>> sources) {
        var nothing = sources.stream().allMatch(notes -> notes.stream().anyMatch(ReportNote::isNothing));
        return merge(Stream.concat(
                sources.stream().limit(nothing ? 1 : 0).flatMap(List::stream).filter(ReportNote::isNothing),
                sources.stream().flatMap(List::stream).filter(note -> !isNothing(note))));
    }

    private static boolean isNothing(FigureNote note) {
        return note.code().equals(NoteCode.NOTHING_RECORDED.name());
    }

    /** One note for each code, in the order in which they came: counts added, details side by side. */
    public static List<ReportNote> merge(Stream<FigureNote> notes) {
        var byCode = new LinkedHashMap<String, ReportNote>();
        notes.forEach(note ->
                byCode.merge(note.code(), new ReportNote(note.code(), note.count(), note.detail()), ReportNote::and));
        return new ArrayList<>(byCode.values());
    }

    private ReportNote and(ReportNote other) {
        return new ReportNote(code, count + other.count, detail + "; " + other.detail);
    }
}
