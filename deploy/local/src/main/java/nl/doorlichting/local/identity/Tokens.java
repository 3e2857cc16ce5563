package nl.doorlichting.local.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A token for every role, and for two municipalities that receive grants. */
public final class Tokens {
    private static final String MACHINE = "STATISTICS_CLIENT";
    private static final List<String> ROLES = List.of(
            "PROGRAMME_MANAGER",
            "GRANT_OFFICER",
            "CONTROLLER",
            "GRANTEE",
            "TRAINING_COORDINATOR",
            "TRAINER",
            "PROFESSIONAL",
            "RESEARCHER",
            "REVIEWER",
            "ANALYST",
            MACHINE,
            "AUDITOR");
    private static final List<String> GRANTEES = List.of("GM0988", "GM0518");

    private final Map<String, String> byName = new LinkedHashMap<>();

    public Tokens(LocalIssuer issuer) {
        for (String role : ROLES) {
            // A grantee belongs to an organisation: to the first one unless the name has another.
            String organisation = role.equals("GRANTEE") ? GRANTEES.get(0) : null;
            String email = role.equals(MACHINE) ? null : email(subject(role));
            byName.put(role, issuer.token(subject(role), role, organisation, email));
        }
        for (String organisation : GRANTEES) {
            String subject = subject("GRANTEE-" + organisation);
            byName.put("GRANTEE:" + organisation, issuer.token(subject, "GRANTEE", organisation, email(subject)));
        }
    }

    private static String email(String subject) {
        return subject + "@example.org";
    }

    private static String subject(String name) {
        return "local-" + name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String of(String name) {
        return byName.get(name);
    }

    public Map<String, String> all() {
        return byName;
    }
}
