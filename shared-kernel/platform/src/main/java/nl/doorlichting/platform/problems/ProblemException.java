package nl.doorlichting.platform.problems;

import java.util.List;
import java.util.Map;

/**
 * A request that cannot be fulfilled. The platform turns it into problem details. The detail reaches the caller, so it
 * never holds personal data, SQL or class names.
 */
public class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient List<Violation> violations;
    private final transient Map<String, Object> members;

    private ProblemException(ProblemType type, String detail, List<Violation> violations, Map<String, Object> members) {
        super(detail, null, false, false);
        this.type = type;
        this.violations = List.copyOf(violations);
        this.members = Map.copyOf(members);
    }

    /** A problem of this type. */
    public static ProblemException of(ProblemType type, String detail) {
        return new ProblemException(type, detail, List.of(), Map.of());
    }

    /** A problem of this type with further members, such as the allowed transitions. */
    public static ProblemException of(ProblemType type, String detail, Map<String, Object> members) {
        return new ProblemException(type, detail, List.of(), members);
    }

    /** 400 with all violations of the request together. */
    public static ProblemException violations(List<Violation> violations) {
        var detail = violations.size() == 1
                ? violations.get(0).detail()
                : "The request breaks " + violations.size() + " rules.";
        return new ProblemException(ProblemType.VALIDATION_FAILED, detail, violations, Map.of());
    }

    /** 400 with one violation. */
    public static ProblemException violation(Violation violation) {
        return violations(List.of(violation));
    }

    /** 404: absent, or not visible to this caller; the answer never distinguishes the two. */
    public static ProblemException notFound() {
        return of(ProblemType.NOT_FOUND, "There is nothing here that is visible to you.");
    }

    /** 409: the natural id is taken; {@code existing} is the path of the record that has it. */
    public static ProblemException alreadyExists(String detail, String existing) {
        return new ProblemException(ProblemType.ALREADY_EXISTS, detail, List.of(), Map.of("existing", existing));
    }

    public ProblemType type() {
        return type;
    }

    public List<Violation> violations() {
        return violations;
    }

    /** Members of the answer beyond the standard ones. */
    public Map<String, Object> members() {
        return members;
    }
}
