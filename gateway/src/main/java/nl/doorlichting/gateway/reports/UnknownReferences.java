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
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.doorlichting.api.figures.FigureParameters;
import nl.doorlichting.api.figures.FilterValues;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.NoteCode;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.gateway.clients.funding.FundingClient;
import nl.doorlichting.gateway.clients.reporting.ReportingClient;
import nl.doorlichting.gateway.clients.training.TrainingClient;
import nl.doorlichting.platform.json.ScalarFormats;
import nl.doorlichting.platform.parameters.ParameterRules;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.texts.Text;

/**
 * Rejects a report's question that names a programme, project, organisation, round or training type that the owner of those
 * does not have. An owner that does not say, because it does not answer or the caller may not read them, has them all. Source:
 * docs/design/figures.md#reach.
 */
@ApplicationScoped
public class UnknownReferences implements ParameterRules {
    private static final String PROGRAMME = "programme";
    // Each value is a request of its own.
    private static final int AT_A_TIME = 20;

    private final Map<String, Function<String, Uni<Boolean>>> owners = new LinkedHashMap<>();
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
                .with((references, unknownTypes) -> Stream.concat(references.stream(), unknownTypes.stream())
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

    /** The report; fails with 400 and all violations together if the question names what does not exist. */
    public <R> Uni<R> check(Question question, Uni<R> report, Function<R, List<ReportNote>> notes) {
        return check(question.parameters(), report, found -> isOfNothing(notes.apply(found)));
    }

    /** Whether these notes say that a report has nothing, so that its programme may not exist. */
    public static boolean isOfNothing(List<ReportNote> notes) {
        return notes.stream().anyMatch(note -> note.code().equals(NoteCode.NOTHING_RECORDED.name()));
    }

    /**
     * The same for a report without notes. Its programme is asked for only if nothing is in the report: figures of a
     * programme are in no report of an unknown one.
     */
    public <R> Uni<R> check(Map<String, String> parameters, Uni<R> report, Predicate<R> isNothing) {
        var filters = new LinkedHashMap<>(parameters);
        filters.remove(PROGRAMME);
        return Uni.combine()
                .all()
                .unis(unknown(filters), Outcome.of(report))
                .asTuple()
                .flatMap(both -> {
                    var outcome = both.getItem2();
                    var ofFilters = both.getItem1();
                    var isFine =
                            ofFilters.isEmpty() && outcome.violations().isEmpty() && !isNothing.test(outcome.report());
                    return unknown(isFine ? Map.of() : programme(parameters))
                            .map(ofProgramme -> outcome.rejected(ofProgramme).rejected(ofFilters));
                })
                .map(Outcome::require);
    }

    /** A report, or what is wrong with its question. */
    private record Outcome<R>(R report, List<Violation> violations) {
        static <R> Uni<Outcome<R>> of(Uni<R> report) {
            return report.map(found -> new Outcome<>(found, List.of()))
                    .onFailure(Outcome::isRejection)
                    .recoverWithItem(failure -> new Outcome<>(null, ((ProblemException) failure).violations()));
        }

        private static boolean isRejection(Throwable failure) {
            return failure instanceof ProblemException problem && problem.type() == ProblemType.VALIDATION_FAILED;
        }

        /** The same with more that is wrong. A service may have found some of it itself. */
        Outcome<R> rejected(List<Violation> more) {
            var all = new ArrayList<>(violations);
            more.stream()
                    .filter(violation -> all.stream().noneMatch(known -> isSame(known, violation)))
                    .forEach(all::add);
            return new Outcome<>(report, all);
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
            return report;
        }
    }

    private static Map<String, String> programme(Map<String, String> parameters) {
        return parameters.containsKey(PROGRAMME) ? Map.of(PROGRAMME, parameters.get(PROGRAMME)) : Map.of();
    }

    /** What is wrong with the values of these parameters. */
    private Uni<List<Violation>> unknown(Map<String, String> parameters) {
        var asked = owners.keySet().stream()
                .filter(parameters::containsKey)
                .flatMap(name -> values(name, parameters.get(name))
                        .map(value -> owners.get(name)
                                .apply(value)
                                .chain(unknown -> unknown
                                        ? violation(name, value).map(Stream::of)
                                        : Uni.createFrom().item(Stream.<Violation>empty()))))
                .toList();
        if (asked.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Uni.join()
                .all(asked)
                .usingConcurrencyOf(AT_A_TIME)
                .andFailFast()
                .map(found -> found.stream().flatMap(some -> some).toList());
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
