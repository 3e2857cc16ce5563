package nl.doorlichting.funding.schemes;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.parameters.ParameterRules;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.texts.Text;

/** The schemes, by code, for other features. */
@ApplicationScoped
public class Schemes implements ParameterRules {
    private static final String PARAMETER = "scheme";

    private final SchemeRepository schemes;

    Schemes(SchemeRepository schemes) {
        this.schemes = schemes;
    }

    public Optional<Scheme> find(String code) {
        return schemes.findByCode(code);
    }

    /** The scheme of this code; 409 when there is none. */
    public Scheme require(String code) {
        return find(code).orElseThrow(() -> ProblemException.of(ProblemType.REFERENCE_UNKNOWN, unknown(code)));
    }

    /** As {@link #find}, locked until the transaction ends, so that awards under one ceiling queue. */
    public Optional<Scheme> lock(String code) {
        return schemes.lockByCode(code);
    }

    /** The schemes of these codes, in one query; a null among the codes is left out. */
    public Map<String, Scheme> all(Collection<String> codes) {
        return schemes.findAllByCode(codes).stream().collect(Collectors.toMap(Scheme::code, Function.identity()));
    }

    /** A list of an unknown scheme would look like one of a scheme without records. Every caller reads all schemes. */
    @Override
    public List<Violation> violations(Method operation, Map<String, List<String>> query) {
        if (!query.containsKey(PARAMETER)
                || !List.of(operation.getParameterTypes()).contains(PageParameters.class)) {
            return List.of();
        }
        var asked = query.get(PARAMETER).stream()
                .flatMap(codes -> Stream.of(codes.split(",", -1)))
                .filter(code -> !code.isEmpty())
                .toList();
        var known = QuarkusTransaction.requiringNew().call(() -> all(asked).keySet());
        return asked.stream()
                .filter(code -> !known.contains(code))
                .limit(1)
                .map(code -> Violation.unknownValue(PARAMETER, code, null, Text.of("list.scheme-unknown", code)))
                .toList();
    }

    /** The code of the scheme that this one differs from by case or Unicode form only. */
    public Optional<String> inAnotherCase(String code) {
        return schemes.findByNaturalId(code).map(Scheme::code).filter(written -> !written.equals(code));
    }

    /** The violation of a record that names a scheme which is not there. */
    public Violation unknown(String code) {
        return Violation.unknownCode("/scheme", code, inAnotherCase(code), Text.of("scheme.unknown"));
    }
}
