package nl.doorlichting.funding.schemes;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.texts.Text;

/** The schemes, by code, for other features. */
@ApplicationScoped
public class Schemes {
    private final SchemeRepository schemes;

    Schemes(SchemeRepository schemes) {
        this.schemes = schemes;
    }

    public Optional<SchemeTerms> find(String code) {
        return schemes.findByCode(code).map(Scheme::terms);
    }

    /** The scheme of this code; 409 when there is none. */
    public SchemeTerms require(String code) {
        return find(code).orElseThrow(() -> ProblemException.of(ProblemType.REFERENCE_UNKNOWN, unknown()));
    }

    /** As {@link #find}, locked until the transaction ends, so that awards under one ceiling queue. */
    public Optional<SchemeTerms> lock(String code) {
        return schemes.lockByCode(code).map(Scheme::terms);
    }

    /** The schemes of these codes, in one query; a null among the codes is left out. */
    public Map<String, SchemeTerms> all(Collection<String> codes) {
        return schemes.findAllByCode(codes).stream()
                .map(Scheme::terms)
                .collect(Collectors.toMap(SchemeTerms::code, Function.identity()));
    }

    /** The violation of a record that names a scheme which is not there. */
    public static Violation unknown() {
        return Violation.body("/scheme", ViolationCode.REFERENCE_UNKNOWN, Text.of("scheme.unknown"));
    }
}
