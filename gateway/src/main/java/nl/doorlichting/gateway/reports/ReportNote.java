package nl.doorlichting.gateway.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.api.figures.FigureNote;
import nl.doorlichting.domain.figures.NoteCode;
import nl.doorlichting.platform.texts.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something to know before using the figures.
 *
 * @param code which remark: a code of the codelist note-codes
 * @param count how many cases there are, over all sources; the meaning of the code names of what
 * @param detail what it means here, in words; in a report of several sources it names the source of each number
 */
public record ReportNote(
        String code,
        long count,
        @Schema(implementation = String.class) Text detail) {
    /** What people call the source that reporting-service is. */
    public static final Text INVENTORIES = Text.of("note.inventories");
    /** What people call the source that training-service is. */
    public static final Text TRAININGS = Text.of("note.trainings");

    /** The notes of one source. */
    public static List<ReportNote> of(List<FigureNote> notes) {
        return notes.stream()
                .map(note -> new ReportNote(note.code(), note.count(), note.detail()))
                .toList();
    }

    /**
     * The notes of sources side by side, one for each code, in the order in which they come. {@code NOTHING_RECORDED}
     * stands only if no source has anything.
     *
     * @param bySource the notes of each source that answered, by what people call the source
     */
    public static List<ReportNote> merge(Map<Text, List<FigureNote>> bySource) {
        var nothing =
                bySource.values().stream().allMatch(notes -> notes.stream().anyMatch(ReportNote::isNothing));
        var byCode = new LinkedHashMap<String, Map<Text, FigureNote>>();
        bySource.forEach((source, notes) -> notes.stream()
                .filter(note -> nothing || !isNothing(note))
                .forEach(note -> byCode.computeIfAbsent(note.code(), code -> new LinkedHashMap<>())
                        .put(source, note)));
        return byCode.values().stream()
                .map(notes ->
                        bySource.size() == 1 ? of(List.copyOf(notes.values())).get(0) : merged(notes))
                .toList();
    }

    /** The note of a report whose sources used different registers; none if they used one. A version may be null. */
    public static Stream<ReportNote> ofRegisters(Map<Text, String> versions) {
        var different = different(versions);
        if (different.size() < 2) {
            return Stream.empty();
        }
        return Stream.of(new ReportNote(
                NoteCode.REGISTERS_DIFFER.name(),
                different.size(),
                Text.of("note.registers-differ", bySource(versions))));
    }

    /** The version of the register that all of these sources used; null for none, and for different ones. */
    public static String oneRegister(Map<Text, String> versions) {
        var different = different(versions);
        return different.size() == 1 ? different.iterator().next() : null;
    }

    private static Set<String> different(Map<Text, String> versions) {
        return versions.values().stream().filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private static boolean isNothing(FigureNote note) {
        return note.code().equals(NoteCode.NOTHING_RECORDED.name());
    }

    private static ReportNote merged(Map<Text, FigureNote> bySource) {
        var notes = new ArrayList<>(bySource.values());
        var texts = notes.stream().map(FigureNote::detail).collect(Collectors.toCollection(LinkedHashSet::new));
        var first = notes.get(0);
        if (isAboutAnswer(first) && texts.size() == 1) {
            return of(notes).get(0);
        }
        return new ReportNote(
                first.code(),
                notes.stream().mapToLong(FigureNote::count).sum(),
                texts.size() == 1 && notes.size() > 1
                        ? Text.of("note.each", Text.all(bySource.keySet()), first.detail())
                        : bySource(details(bySource)));
    }

    private static Map<Text, Text> details(Map<Text, FigureNote> bySource) {
        var details = new LinkedHashMap<Text, Text>();
        bySource.forEach((source, note) -> details.put(source, note.detail()));
        return details;
    }

    /** "inventories: …; trainings: …". A version of a register may be null. */
    private static Text bySource(Map<Text, ?> details) {
        return details.entrySet().stream()
                .map(detail -> Text.of("note.of-source", detail.getKey(), detail.getValue()))
                .reduce((one, other) -> Text.of("note.both", one, other))
                .orElseThrow();
    }

    // A service of a later version may have other codes.
    private static boolean isAboutAnswer(FigureNote note) {
        return Stream.of(NoteCode.values()).anyMatch(code -> code.name().equals(note.code()) && code.isAboutAnswer());
    }
}
