package nl.doorlichting.platform.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import nl.doorlichting.platform.caller.Role;

/**
 * A rule of the table of access rules. The check of every request, the security of the contract, the actions that an
 * answer offers and the answer of {@code me} come from the table. It consists of the rules of this class and those
 * that the application states ({@link AccessRules}). A rule is about roles. Which records a caller sees is decided by
 * the service. Source: docs/design/roles.md#table.
 *
 * @param roles any one of these is enough; empty when no role is required
 */
public record AccessRule(String name, List<String> roles) {
    /** No token is needed. */
    public static final String PUBLIC = "PUBLIC";
    /** Any valid token is enough. */
    public static final String ANY_CALLER = "ANY_CALLER";
    /** Who did what. */
    public static final String READ_AUDIT = "READ_AUDIT";

    private static final Map<String, AccessRule> TABLE = table(ServiceLoader.load(AccessRules.class));

    public AccessRule {
        roles = List.copyOf(roles);
        if (!Role.inRules().containsAll(roles)) {
            throw new IllegalArgumentException("access rule " + name + " names an unknown role: " + roles);
        }
    }

    public AccessRule(String name, String... roles) {
        this(name, List.of(roles));
    }

    /**
     * The rule of this name.
     *
     * @throws IllegalArgumentException if the table has none
     */
    public static AccessRule named(String name) {
        var rule = TABLE.get(name);
        if (rule == null) {
            throw new IllegalArgumentException("there is no access rule " + name);
        }
        return rule;
    }

    /** The whole table. */
    public static Collection<AccessRule> all() {
        return TABLE.values();
    }

    /** The names of the rules that allow a caller with these roles, without those that need no token. */
    public static List<String> allowedTo(Set<String> rolesOfCaller) {
        return all().stream()
                .filter(rule -> !rule.isPublic() && rule.allows(rolesOfCaller))
                .map(AccessRule::name)
                .toList();
    }

    /** Whether no token is needed. */
    public boolean isPublic() {
        return name.equals(PUBLIC);
    }

    /** Whether a caller with these roles is allowed. */
    public boolean allows(Set<String> rolesOfCaller) {
        return roles.isEmpty() || roles.stream().anyMatch(rolesOfCaller::contains);
    }

    static Map<String, AccessRule> table(Iterable<AccessRules> parts) {
        var rules = new ArrayList<>(List.of(new AccessRule(PUBLIC), new AccessRule(ANY_CALLER)));
        parts.forEach(part -> rules.addAll(part.rules()));
        rules.add(new AccessRule(READ_AUDIT, Role.AUDITOR));
        var table = new LinkedHashMap<String, AccessRule>();
        for (var rule : rules) {
            // Two parts may state a rule that both use. It stands where the last of them has it.
            var other = table.remove(rule.name());
            if (other != null && !other.equals(rule)) {
                throw new IllegalStateException("an access rule is stated twice and differs: " + other + ", " + rule);
            }
            table.put(rule.name(), rule);
        }
        return table;
    }
}
