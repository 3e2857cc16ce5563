package nl.doorlichting.platform.problems;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.doorlichting.platform.texts.Text;

/**
 * A request that cannot be fulfilled. The platform turns it into problem details. The detail reaches the caller, so it
 * never holds personal data, SQL or class names.
 */
public class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient Text detail;
    private final transient List<Violation> violations;
    private final transient Map<String, Object> members;
    private final String etag;

    private ProblemException(ProblemType type, Text detail, List<Violation> violations, Map<String, Object> members) {
        this(type, detail, violations, members, null);
    }

    private ProblemException(
            ProblemType type, Text detail, List<Violation> violations, Map<String, Object> members, String etag) {
        super(detail.toString(), null, false, false);
        this.etag = etag;
        this.type = type;
        this.detail = detail;
        this.violations = violations.stream().sorted(Violation.ORDER).toList();
        this.members = Map.copyOf(members);
    }

    /** A problem of this type. */
    public static ProblemException of(ProblemType type, Text detail) {
        return new ProblemException(type, detail, List.of(), Map.of());
    }

    /** A problem of this type with further members, such as the allowed transitions. */
    public static ProblemException of(ProblemType type, Text detail, Map<String, Object> members) {
        return new ProblemException(type, detail, List.of(), members);
    }

    /** 412: the record has changed, and this is its ETag now. */
    public static ProblemException stale(Text detail, String etag) {
        return new ProblemException(ProblemType.PRECONDITION_FAILED, detail, List.of(), Map.of(), etag);
    }

    /** 400 with all violations of the request together. */
    public static ProblemException violations(List<Violation> violations) {
        var detail =
                violations.size() == 1 ? violations.get(0).detail() : Text.of("request.violations", violations.size());
        return new ProblemException(ProblemType.VALIDATION_FAILED, detail, violations, Map.of());
    }

    /** Refuses the request for these violations, if there are any. */
    public static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw violations(violations);
        }
    }

    /** 400 with one violation. */
    public static ProblemException violation(Violation violation) {
        return violations(List.of(violation));
    }

    /** 404: absent, or not visible to this caller; the answer never distinguishes the two. */
    public static ProblemException notFound() {
        return of(ProblemType.NOT_FOUND, Text.of("request.not-found"));
    }

    /** 409: the state of the record does not allow this; {@code allowed} is what it does allow, empty for nothing. */
    public static ProblemException invalidState(Text detail, Collection<String> allowed) {
        return of(ProblemType.INVALID_STATE, detail, Map.of("allowed", List.copyOf(allowed)));
    }

    /** A problem of this type with one part of the request. */
    public static ProblemException of(ProblemType type, Violation violation) {
        return new ProblemException(type, violation.detail(), List.of(violation), Map.of());
    }

    /** 409: the state of the record does not allow these parts of the request; {@code allowed} is what it does allow. */
    public static ProblemException invalidState(List<Violation> violations, Collection<String> allowed) {
        return new ProblemException(
                ProblemType.INVALID_STATE,
                violations(violations).detail,
                violations,
                Map.of("allowed", List.copyOf(allowed)));
    }

    /** 409: what this JSON pointer of the body names does not exist in this service. */
    public static ProblemException unknownReference(String pointer, Text detail) {
        return of(ProblemType.REFERENCE_UNKNOWN, Violation.body(pointer, ViolationCode.REFERENCE_UNKNOWN, detail));
    }

    /** The same, with the value that names it. */
    public static ProblemException unknownReference(String pointer, Object value, Text detail) {
        return of(ProblemType.REFERENCE_UNKNOWN, Violation.unknownReference(pointer, value, detail));
    }

    /** The same of a code: see {@link Violation#unknownCode}. */
    public static ProblemException unknownCode(String pointer, String code, Optional<String> meant, Text detail) {
        return of(ProblemType.REFERENCE_UNKNOWN, Violation.unknownCode(pointer, code, meant, detail));
    }

    /**
     * Runs these checks, and refuses the request with the violations of all of them together: 409 if each names what does
     * not exist, else 400. A refusal for another reason, such as a taken natural id, comes alone after these.
     */
    public static void together(Runnable... checks) {
        var violations = new ArrayList<Violation>();
        for (var check : checks) {
            try {
                check.run();
            } catch (ProblemException refusal) {
                if (refusal.violations.isEmpty()) {
                    throw violations.isEmpty() ? refusal : violationsOfRules(violations);
                }
                violations.addAll(refusal.violations);
            }
        }
        if (!violations.isEmpty()) {
            throw violationsOfRules(violations);
        }
    }

    /** Adds what this check refuses to the violations; a refusal without violations passes. */
    public static void note(List<Violation> violations, Runnable check) {
        try {
            check.run();
        } catch (ProblemException refusal) {
            violations.addAll(refusal.violations);
        }
    }

    /** What these checks refuse, of a request that is refused anyway; refusals without violations pass. */
    public static List<Violation> noted(Runnable... checks) {
        var violations = new ArrayList<Violation>();
        for (var check : checks) {
            note(violations, check);
        }
        return violations;
    }

    private static ProblemException violationsOfRules(List<Violation> violations) {
        var refusal = violations(violations);
        return violations.stream().allMatch(one -> one.code().equals(ViolationCode.REFERENCE_UNKNOWN))
                ? new ProblemException(ProblemType.REFERENCE_UNKNOWN, refusal.detail, violations, Map.of())
                : refusal;
    }

    /** 409: the natural id is taken; {@code existing} is the path of the record that has it. */
    public static ProblemException alreadyExists(Text detail, String existing) {
        return new ProblemException(ProblemType.ALREADY_EXISTS, detail, List.of(), Map.of("existing", existing));
    }

    public ProblemType type() {
        return type;
    }

    /** What went wrong this time. */
    public Text detail() {
        return detail;
    }

    public List<Violation> violations() {
        return violations;
    }

    /** The ETag of the record that the request would change; empty where it is not known. */
    public Optional<String> etag() {
        return Optional.ofNullable(etag);
    }

    /** Members of the answer beyond the standard ones. */
    public Map<String, Object> members() {
        return members;
    }
}
