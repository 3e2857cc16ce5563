package nl.doorlichting.gateway.reports;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.api.figures.FigureParameters;
import nl.doorlichting.api.figures.FilterValues;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.NoteCode;
import nl.doorlichting.gateway.clients.UpstreamResult;
import nl.doorlichting.gateway.clients.funding.FundingClient;
import nl.doorlichting.gateway.clients.reporting.ReportingClient;
import nl.doorlichting.gateway.clients.training.TrainingClient;
import nl.doorlichting.gateway.contract.Service;
import nl.doorlichting.platform.json.ScalarFormats;
import nl.doorlichting.platform.parameters.ParameterRules;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.texts.Text;

/**
 * Rejects a report's question that names a programme, project, organisation, round or training type that the owner of those
 * does not have. For a caller who may not read them there, the owner has them all. While an owner does not answer, a report that
 * has something is answered, and one that has nothing lacks a part. Source: docs/design/figures.md#reach.
 */
@ApplicationScoped
public class UnknownReferences implements ParameterRules {
    private static final String PROGRAMME = "programme";
    // Each value is a request of its own.
    private static final int AT_A_TIME = 20;

    private final Map<String, Function<String, Uni<UpstreamResult<Boolean>>>> owners = new LinkedHashMap<>();
    private final FundingClient funding;
    private final TrainingClient training;
    private final RoutingContext request;

    UnknownReferences(
            FundingClient funding, ReportingClient reporting, TrainingClient training, RoutingContext request) {
        this.request = request;
        this.funding = funding;
        this.training = training;
        owners.put(PROGRAMME, funding::lacksProgramme);
        owners.put(Dimension.ROUND.jsonName(), reporting::lacksRound);
        owners.put(Dimension.PROJECT.jsonName(), funding::lacksProject);
        owners.put(Dimension.ORGANISATION.jsonName(), funding::lacksOrganisation);
    }

    @Override
    public Uni<List<Violation>> furtherViolations(Method operation, Map<String, List<String>> query) {
        // A client without a token cannot read what owners would be asked for.
        if (request.request().getHeader(HttpHeaders.AUTHORIZATION) == null) {
            return Uni.createFrom().item(List.of());
        }
        var named = new LinkedHashMap<String, String>();
        query.forEach((name, values) -> named.put(name, values.get(0)));
        var types = FigureParameters.asked(operation, Dimension.TRAINING_TYPE, query);
        return Uni.combine()
                .all()
                .unis(unknown(named), unknownTypes(types))
                .with((references, unknownTypes) -> Stream.concat(
                                references.violations().stream(), unknownTypes.stream())
                        .toList());
    }

    /** Of a question that is refused already. Of another one the service of trainings says so itself. */
    private Uni<List<Violation>> unknownTypes(List<String> asked) {
        if (asked.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return training.trainingTypes().map(known -> {
            var unknown = asked.stream()
                    .filter(type -> !type.isEmpty() && !known.isEmpty() && !known.contains(type))
                    .sorted()
                    .toList();
            var allowed = Stream.concat(known.stream(), Stream.of(Dimension.NOT_STATED))
                    .toList();
            return unknown.isEmpty()
                    ? List.of()
                    : List.of(FilterValues.rejected(Dimension.TRAINING_TYPE.jsonName(), unknown, allowed));
        });
    }

    /** Whether these notes say that a report has nothing, so that its programme may not exist. */
    public static boolean isOfNothing(List<ReportNote> notes) {
        return notes.stream().anyMatch(note -> note.code().equals(NoteCode.NOTHING_RECORDED.name()));
    }

    /**
     * The report; fails with 400 and all violations together if the question names what does not exist, and with 503 where
     * nothing is in the report and an owner did not answer whether it exists.
     */
    public <R> Uni<R> check(Map<String, String> parameters, Uni<R> report, Predicate<R> isNothing) {
        return check(parameters, report, isNothing, Completeness.REQUIRED, (found, missing) -> found);
    }

    /**
     * The same for a caller who may want a report without the answer of an owner. The programme is asked for only if nothing
     * is in the report: figures of a programme are in no report of an unknown one.
     *
     * @param without the report as it is without the answers of these services
     */
    public <R> Uni<R> check(
            Map<String, String> parameters,
            Uni<R> report,
            Predicate<R> isNothing,
            Completeness wanted,
            BiFunction<R, Set<Service>, R> without) {
        var filters = new LinkedHashMap<>(parameters);
        filters.remove(PROGRAMME);
        return Uni.combine()
                .all()
                .unis(unknown(filters), Outcome.of(report))
                .asTuple()
                .flatMap(both -> {
                    var outcome = both.getItem2();
                    var ofFilters = both.getItem1();
                    var isRefused = !ofFilters.violations().isEmpty()
                            || !outcome.violations().isEmpty();
                    var isOfNothing = outcome.report() != null && isNothing.test(outcome.report());
                    return unknown(isRefused || isOfNothing ? programme(parameters) : Map.of())
                            .map(ofProgramme -> {
                                var made = outcome.rejected(ofProgramme.violations())
                                        .rejected(ofFilters.violations())
                                        .require();
                                var missing = isOfNothing
                                        ? Checked.all(List.of(ofFilters, ofProgramme))
                                                .missing()
                                        : Set.<Service>of();
                                return missing.isEmpty() ? made : lacking(made, missing, wanted, without);
                            });
                });
    }

    private static <R> R lacking(
            R report, Set<Service> missing, Completeness wanted, BiFunction<R, Set<Service>, R> without) {
        if (wanted != Completeness.PARTIAL) {
            throw Completeness.unavailable(missing, Text.of("report.reference-unchecked"));
        }
        return without.apply(report, missing);
    }

    /**
     * A report, or why there is none.
     *
     * @param report null where there is none
     * @param violations what is wrong with its question
     * @param absence why it is not there now; null where it is, or where its question is wrong
     */
    private record Outcome<R>(R report, List<Violation> violations, ProblemException absence) {
        static <R> Uni<Outcome<R>> of(Uni<R> report) {
            return report.map(found -> new Outcome<>(found, List.of(), null))
                    .onFailure(failure -> is(ProblemType.VALIDATION_FAILED, failure))
                    .recoverWithItem(failure -> new Outcome<>(null, ((ProblemException) failure).violations(), null))
                    // What is wrong with the question stays so.
                    .onFailure(failure -> is(ProblemType.UNAVAILABLE, failure))
                    .recoverWithItem(failure -> new Outcome<>(null, List.of(), (ProblemException) failure));
        }

        private static boolean is(ProblemType type, Throwable failure) {
            return failure instanceof ProblemException problem && problem.type() == type;
        }

        /** The same with more that is wrong. A service may have found some of it itself. */
        Outcome<R> rejected(List<Violation> more) {
            var all = new ArrayList<>(violations);
            more.stream()
                    .filter(violation -> all.stream().noneMatch(known -> isSame(known, violation)))
                    .forEach(all::add);
            return new Outcome<>(report, all, absence);
        }

        private static boolean isSame(Violation one, Violation other) {
            return Objects.equals(one.name(), other.name())
                    && one.code().equals(other.code())
                    && Stream.of("value", "rejected")
                            .allMatch(part -> Objects.equals(
                                    one.parameters().get(part),
                                    other.parameters().get(part)));
        }

        R require() {
            ProblemException.refuse(violations);
            if (absence != null) {
                throw absence;
            }
            return report;
        }
    }

    private static Map<String, String> programme(Map<String, String> parameters) {
        return parameters.containsKey(PROGRAMME) ? Map.of(PROGRAMME, parameters.get(PROGRAMME)) : Map.of();
    }

    /** What owners answered of some values: what is wrong with them, and which owners did not answer. */
    private record Checked(List<Violation> violations, Set<Service> missing) {
        static final Checked FINE = new Checked(List.of(), Set.of());

        static Checked all(List<Checked> some) {
            return new Checked(
                    some.stream().flatMap(one -> one.violations().stream()).toList(),
                    some.stream().flatMap(one -> one.missing().stream()).collect(Collectors.toSet()));
        }
    }

    /** What is wrong with the values of these parameters. */
    private Uni<Checked> unknown(Map<String, String> parameters) {
        var asked = owners.keySet().stream()
                .filter(parameters::containsKey)
                .flatMap(name -> values(name, parameters.get(name))
                        .map(value -> owners.get(name).apply(value).chain(result -> checked(name, value, result))))
                .toList();
        if (asked.isEmpty()) {
            return Uni.createFrom().item(Checked.FINE);
        }
        return Uni.join().all(asked).usingConcurrencyOf(AT_A_TIME).andFailFast().map(Checked::all);
    }

    private Uni<Checked> checked(String name, String value, UpstreamResult<Boolean> isUnknown) {
        if (isUnknown instanceof UpstreamResult.Unavailable<Boolean> absent) {
            return Uni.createFrom().item(new Checked(List.of(), Set.of(absent.service())));
        }
        return isUnknown.body().orElseThrow()
                ? violation(name, value).map(violation -> new Checked(List.of(violation), Set.of()))
                : Uni.createFrom().item(Checked.FINE);
    }

    private Uni<Violation> violation(String name, String value) {
        return name.equals(PROGRAMME)
                ? funding.unknownProgramme(value)
                : Uni.createFrom()
                        .item(Violation.unknownValue(
                                name, value, null, Text.of("report.reference-unknown", name, value)));
    }

    /** The values that an owner can be asked for. Others are wrong for themselves. */
    private static Stream<String> values(String name, String text) {
        if (name.equals(PROGRAMME)) {
            return Stream.of(text).filter(code -> !code.isEmpty() && ScalarFormats.isText(code));
        }
        var isId = Dimension.named(name).orElseThrow().type() == UUID.class;
        var values = text.split(",", -1);
        // More than a filter takes is one mistake.
        return Stream.of(values.length > FilterValues.MOST ? new String[0] : values)
                .distinct()
                .filter(value -> !value.isEmpty() && !value.equals(Dimension.NOT_STATED))
                .filter(value -> isId ? ScalarFormats.isUuid(value) : ScalarFormats.isText(value));
    }
}
