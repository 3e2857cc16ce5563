package nl.doorlichting.funding.programmes;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.parameters.ParameterRules;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/** The programmes, for other features. */
@ApplicationScoped
public class Programmes implements ParameterRules {
    private static final String PARAMETER = "programme";
    private static final String UNKNOWN = "programme.unknown";

    private final ProgrammeRepository programmes;

    /** Those that were asked for and are there: a programme and a scheme stay, so each is looked up once. */
    private final Set<String> foundAtAll = ConcurrentHashMap.newKeySet();

    private final Set<String> foundWithScheme = ConcurrentHashMap.newKeySet();

    Programmes(ProgrammeRepository programmes) {
        this.programmes = programmes;
    }

    /** Days of the programme; empty for an unknown one, and for null. */
    public Optional<Period> periodOf(String code) {
        return Optional.ofNullable(code).flatMap(programmes::findByCode).map(Programme::period);
    }

    /** Notes a budget year without a day of the programme; an unknown programme passes, and null for either. */
    public void checkYear(String code, Integer year, List<Violation> violations) {
        if (year == null) {
            return;
        }
        periodOf(code).ifPresent(period -> {
            var first = period.from().getYear();
            var last = period.until().minusDays(1).getYear();
            if (year < first || year > last) {
                violations.add(Violation.body(
                        "/year",
                        ViolationCode.OUT_OF_RANGE,
                        Map.of("minimum", first, "maximum", last),
                        Text.of("programme.other-year", code, first, last)));
            }
        });
    }

    /** Notes a period with days outside the programme; an unknown programme passes, and null for either. */
    public void checkPeriod(String code, Period asked, List<Violation> violations) {
        if (asked == null) {
            return;
        }
        periodOf(code).ifPresent(period -> {
            if (asked.from().isBefore(period.from()) || asked.until().isAfter(period.until())) {
                violations.add(Violation.body(
                        "/period",
                        ViolationCode.OUT_OF_RANGE,
                        Map.of(
                                "minimum", period.from().toString(),
                                "maximum", period.until().toString()),
                        Text.of("programme.other-days", code, period.from(), period.until())));
            }
        });
    }

    /** 409 when there is no programme with this code; null, which a request is refused for otherwise, passes. */
    public void refuseUnknown(String code) {
        if (code != null && programmes.findByCode(code).isEmpty()) {
            throw ProblemException.of(
                    ProblemType.REFERENCE_UNKNOWN,
                    Violation.unknownCode(
                            "/programme",
                            code,
                            programmes.findByNaturalId(code).map(Programme::code),
                            programmes.codes(),
                            Text.of(UNKNOWN, code)));
        }
    }

    /**
     * A list or a sum of an unknown programme would look like one of a programme without records. The public finds
     * programmes by their schemes only: to it any other one is unknown.
     */
    @Override
    public List<Violation> violations(Method operation, Map<String, List<String>> query) {
        if (!query.containsKey(PARAMETER)) {
            return List.of();
        }
        var isPublic = operation.getAnnotation(Allowed.class).value().equals(AccessRule.PUBLIC);
        var found = isPublic ? foundWithScheme : foundAtAll;
        var isList = List.of(operation.getParameterTypes()).contains(PageParameters.class);
        var asked = query.get(PARAMETER).stream()
                .flatMap(codes -> isList ? Stream.of(codes.split(",", -1)) : Stream.of(codes))
                .filter(code -> !code.isEmpty() && !found.contains(code))
                .toList();
        if (asked.isEmpty()) {
            return List.of();
        }
        var known = QuarkusTransaction.requiringNew()
                .call(() -> isPublic ? programmes.codesWithScheme() : programmes.codes());
        asked.stream().filter(known::contains).forEach(found::add);
        return asked.stream()
                .filter(code -> !known.contains(code))
                .limit(1)
                .map(code -> Violation.unknownValue(PARAMETER, code, known, Text.of(UNKNOWN, code)))
                .toList();
    }
}
