package nl.doorlichting.gateway.reports;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.doorlichting.gateway.contract.Service;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;

/**
 * A report that is a part of an answer made of several, with the services that did not answer for it.
 *
 * @param report null where it is not there: its services did not answer, or the caller may not read it
 * @param missing names of the services that did not answer
 * @param needs how many seconds the answer of these may take, if the time for it was too short; null otherwise
 * @param recordedUntil before which moment these would answer, if they waited for writes in vain; null otherwise
 */
public record ReportPart<R>(R report, Set<String> missing, Integer needs, Instant recordedUntil) {
    public ReportPart {
        missing = Set.copyOf(missing);
    }

    /** One that nobody was asked for. */
    public static <R> ReportPart<R> none() {
        return whole(null);
    }

    /** One that no service is missing in. */
    public static <R> ReportPart<R> whole(R report) {
        return new ReportPart<>(report, Set.of(), null, null);
    }

    /** The part of a caller that may not read it. */
    public static <R> Uni<ReportPart<R>> withheld() {
        return Uni.createFrom().item(none());
    }

    /** The report, also where it fails because a service does not answer; every other failure is one of the answer. */
    public static <R> Uni<ReportPart<R>> of(Uni<R> report) {
        return of(report, made -> List.of());
    }

    /**
     * The same of a report that can lack a source.
     *
     * @param sources the sources of the report
     */
    public static <R> Uni<ReportPart<R>> of(Uni<R> report, Function<R, List<ReportSource>> sources) {
        return report.map(made -> new ReportPart<>(made, missing(sources.apply(made)), null, null))
                .onFailure(ReportPart::isUnavailable)
                .recoverWithItem(failure -> {
                    var members = ((ProblemException) failure).members();
                    var until = (String) members.get("recordedUntil");
                    return new ReportPart<>(
                            null,
                            services(members.get("missing")),
                            (Integer) members.get("needs"),
                            until == null ? null : Instant.parse(until));
                });
    }

    /** The same part, turned into what is made of the report where it is there. */
    public <T> ReportPart<T> map(Function<R, T> made) {
        return new ReportPart<>(report == null ? null : made.apply(report), missing, needs, recordedUntil);
    }

    /** The same part, where these services did not answer whether what was asked for exists. */
    public ReportPart<R> without(Set<Service> services) {
        var all = new TreeSet<>(missing);
        services.forEach(service -> all.add(service.jsonName()));
        return new ReportPart<>(report, all, needs, recordedUntil);
    }

    private static Set<String> missing(List<ReportSource> sources) {
        var missing = new TreeSet<String>();
        sources.stream()
                .filter(source -> source.status() == ReportSource.Status.UNAVAILABLE)
                .forEach(source -> missing.add(source.service()));
        return missing;
    }

    private static Set<String> services(Object names) {
        var services = new TreeSet<String>();
        if (names instanceof Collection<?> some) {
            some.forEach(name -> services.add(name.toString()));
        }
        return services;
    }

    private static boolean isUnavailable(Throwable failure) {
        return failure instanceof ProblemException problem && problem.type() == ProblemType.UNAVAILABLE;
    }

    /** Whether no service is missing in any of these. */
    public static boolean areWhole(Collection<ReportPart<?>> parts) {
        return parts.stream().allMatch(part -> part.missing().isEmpty());
    }

    /** All services, with those that did not answer for some part. Each part has the revision that it is of. */
    public static List<ReportSource> sources(Collection<ReportPart<?>> parts) {
        return Stream.of(Service.values())
                .map(service -> parts.stream().anyMatch(part -> part.missing().contains(service.jsonName()))
                        ? ReportSource.unavailable(service)
                        : ReportSource.answered(service, null))
                .toList();
    }
}
