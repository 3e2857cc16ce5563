package nl.doorlichting.platform.testing.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.tokens.TestIssuer;

/**
 * Compares what callers of staff with the same rights are answered. The gateway gives them one kept answer, so an answer may
 * depend on nothing else of its caller than the rules that are named here and there.
 */
public final class AnswersByRights {
    private AnswersByRights() {}

    /**
     * Compares the answers to each caller with one or two roles whom a rule allows, each a person of its own.
     *
     * @param allowed rule of the operation
     * @param rules of this service that its answers depend on
     * @param answer to a caller with this token
     */
    public static void areTheSame(String allowed, List<String> rules, Function<String, String> answer) {
        Map<Set<String>, String> byRights = new HashMap<>();
        var callers = callers()
                .filter(roles -> AccessRule.named(allowed).allows(roles))
                .collect(Collectors.toSet());
        for (var roles : callers) {
            var rights = rules.stream()
                    .filter(rule -> AccessRule.named(rule).allows(roles))
                    .collect(Collectors.toSet());
            var token = TestIssuer.token()
                    .subject("one-with-" + roles.hashCode())
                    .roles(roles.toArray(String[]::new))
                    .sign();
            var body = answer.apply(token);
            assertEquals(byRights.computeIfAbsent(rights, first -> body), body, () -> roles + " may " + rights);
        }
        assertTrue(byRights.size() < callers.size() / 2, "callers who share an answer");
        assertTrue(byRights.values().stream().distinct().count() > 1, "answers that differ");
    }

    private static Stream<Set<String>> callers() {
        return Role.inRules().stream()
                .flatMap(one -> Role.inRules().stream().map(other -> new TreeSet<>(Set.copyOf(List.of(one, other)))));
    }
}
