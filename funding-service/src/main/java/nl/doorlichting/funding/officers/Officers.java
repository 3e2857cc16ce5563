package nl.doorlichting.funding.officers;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import nl.doorlichting.funding.FundingAccess;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.parameters.ParameterRules;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.queries.ScalarQuery;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.platform.time.DutchCalendar;

/**
 * The officers that an application or an award can be assigned to: subjects that handled an application or recorded an
 * award in that role, or do so now.
 */
@ApplicationScoped
public class Officers implements ParameterRules {
    private static final int MOST_NAMED = 100;
    private static final String PARAMETER = "officer";

    private final EntityManager entities;
    private final CurrentCaller caller;
    private final DutchCalendar calendar;

    /** Those that are stored: an officer is written once, and looked up once by each instance. */
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    Officers(EntityManager entities, CurrentCaller caller, DutchCalendar calendar) {
        this.entities = entities;
        this.caller = caller;
        this.calendar = calendar;
    }

    /** Remembers the caller, which writes, where it may handle applications. A read remembers nobody. */
    public void meet() {
        var subject = caller.get().subject();
        if (!caller.get().may(FundingAccess.DECIDE_APPLICATIONS) || known.contains(subject)) {
            return;
        }
        if (isStored(subject)) {
            known.add(subject);
            return;
        }
        entities.createNativeQuery(
                        "insert into officer (subject, met_at) values (:subject, :at) on conflict do nothing")
                .setParameter("subject", subject)
                .setParameter("at", calendar.now())
                .executeUpdate();
    }

    /** 409 with the known ones for a subject that is none of them; null passes. */
    public void refuseUnknown(String subject) {
        if (subject != null && !isCaller(subject) && !isStored(subject)) {
            throw ProblemException.of(
                    ProblemType.REFERENCE_UNKNOWN,
                    Violation.body(
                            "/officer",
                            ViolationCode.REFERENCE_UNKNOWN,
                            Map.of("value", subject, "allowed", some()),
                            Text.of("application.officer-unknown")));
        }
    }

    /** Whether it is the caller, which may take what it names itself for. */
    private boolean isCaller(String subject) {
        return caller.get().subject().equals(subject) && caller.get().may(FundingAccess.DECIDE_APPLICATIONS);
    }

    /**
     * To a caller that sees every grant, a list of an unknown officer would look like one of an officer without work.
     */
    @Override
    public List<Violation> violations(Method operation, Map<String, List<String>> query) {
        if (!query.containsKey(PARAMETER)
                || !List.of(operation.getParameterTypes()).contains(PageParameters.class)
                || !caller.get().may(FundingAccess.READ_EVERY_GRANT)) {
            return List.of();
        }
        return QuarkusTransaction.requiringNew()
                .call(() -> query.get(PARAMETER).stream()
                        .flatMap(subjects -> Stream.of(subjects.split(",", -1)))
                        .filter(subject ->
                                !subject.isEmpty() && !isCaller(subject) && !isStored(subject) && !isNamed(subject))
                        .limit(1)
                        .map(subject -> Violation.unknownValue(
                                PARAMETER, subject, some(), Text.of("list.officer-unknown", subject)))
                        .toList());
    }

    /** Whether a record of an earlier release names it. */
    private boolean isNamed(String subject) {
        return ScalarQuery.of(
                        entities,
                        "select exists (select from award where officer = :subject)"
                                + " or exists (select from application where officer = :subject)",
                        Boolean.class)
                .setParameter("subject", subject)
                .getSingleResult();
    }

    private boolean isStored(String subject) {
        return ScalarQuery.of(entities, "select exists (select from officer where subject = :subject)", Boolean.class)
                .setParameter("subject", subject)
                .getSingleResult();
    }

    private List<String> some() {
        return ScalarQuery.of(
                        entities,
                        "select subject from officer order by met_at desc, subject limit " + MOST_NAMED,
                        String.class)
                .getResultList();
    }
}
