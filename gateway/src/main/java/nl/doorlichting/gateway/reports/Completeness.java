package nl.doorlichting.gateway.reports;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import nl.doorlichting.gateway.clients.UpstreamResult;
import nl.doorlichting.gateway.contract.Service;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.texts.Text;

/** How a caller wants an answer of which a part is missing. Null, for a caller that does not state it, is REQUIRED. */
public enum Completeness {
    /** An answer without the part, marked so. */
    PARTIAL,
    /** 503 instead. */
    REQUIRED;

    /** As in {@code complete=}. */
    public static Completeness fromString(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Refuses results that make no answer: without any part, or without one for a caller that can not use some.
     *
     * @return whether all parts are there
     */
    public static boolean check(List<? extends UpstreamResult<?>> parts, Completeness wanted) {
        var missing = parts.stream().flatMap(Completeness::missing).toList();
        if (!missing.isEmpty() && (wanted != PARTIAL || missing.size() == parts.size())) {
            throw unavailable(missing);
        }
        return missing.isEmpty();
    }

    /**
     * The same of an answer that is made of several reports.
     *
     * @return whether all parts are whole
     */
    public static boolean checkParts(Collection<ReportPart<?>> parts, Completeness wanted) {
        var missing = parts.stream()
                .flatMap(part -> part.missing().stream())
                .distinct()
                .sorted()
                .toList();
        if (!missing.isEmpty() && (wanted != PARTIAL || parts.stream().allMatch(part -> part.report() == null))) {
            throw unavailable(
                    missing,
                    parts.stream().map(ReportPart::needs),
                    Stream.empty(),
                    parts.stream().map(ReportPart::recordedUntil));
        }
        return missing.isEmpty();
    }

    /** The body of the only part of an answer; 503 without it. */
    public static <T> T required(UpstreamResult<T> part) {
        check(List.of(part), REQUIRED);
        return part.body().orElseThrow();
    }

    /** 503 for what these services alone have to say, with what is not known without it. */
    static ProblemException unavailable(Set<Service> missing, Text detail) {
        return unavailable(
                missing.stream().map(Service::jsonName).sorted().toList(),
                Stream.empty(),
                Stream.of(detail),
                Stream.empty());
    }

    private static Stream<UpstreamResult.Unavailable<?>> missing(UpstreamResult<?> part) {
        return part instanceof UpstreamResult.Unavailable<?> absent ? Stream.of(absent) : Stream.empty();
    }

    private static ProblemException unavailable(List<UpstreamResult.Unavailable<?>> missing) {
        return unavailable(
                missing.stream().map(part -> part.service().jsonName()).toList(),
                missing.stream().map(UpstreamResult.Unavailable::needs),
                missing.stream().map(UpstreamResult.Unavailable::detail),
                missing.stream().map(UpstreamResult.Unavailable::recordedUntil));
    }

    // The whole needs as long as the slowest of its parts, because they are asked at once.
    private static ProblemException unavailable(
            List<String> services, Stream<Integer> needs, Stream<Text> details, Stream<Instant> recordedUntil) {
        var members = new HashMap<String, Object>(Map.of("missing", services));
        needs.filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .ifPresent(seconds -> members.put("needs", seconds));
        recordedUntil
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .ifPresent(moment -> members.put("recordedUntil", moment.toString()));
        var names = String.join(", ", services);
        var text = details.filter(Objects::nonNull)
                .findFirst()
                .map(detail -> Text.of("report.part-unavailable-because", names, detail))
                .orElseGet(() -> Text.of("report.part-unavailable", names));
        return ProblemException.of(ProblemType.UNAVAILABLE, text, members);
    }
}
