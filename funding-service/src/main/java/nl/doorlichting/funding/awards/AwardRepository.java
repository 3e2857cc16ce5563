package nl.doorlichting.funding.awards;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.doorlichting.funding.FundingAccess;
import nl.doorlichting.funding.FundingDataSet;
import nl.doorlichting.funding.organisations.Organisations;
import nl.doorlichting.platform.caller.CurrentCaller;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.queries.ScalarQuery;
import nl.doorlichting.platform.time.DutchCalendar;
import org.hibernate.FlushMode;
import org.hibernate.Session;

/** Stored awards. A grantee sees those of its own organisation. Source: docs/design/roles.md#own-records. */
@ApplicationScoped
class AwardRepository implements PanacheRepositoryBase<Award, UUID> {
    /** How many applications a refusal names. */
    private static final int MOST_NAMED = 20;

    private final Organisations organisations;
    private final FundingDataSet dataSet;
    private final CurrentCaller caller;
    private final DutchCalendar calendar;

    AwardRepository(Organisations organisations, FundingDataSet dataSet, CurrentCaller caller, DutchCalendar calendar) {
        this.organisations = organisations;
        this.dataSet = dataSet;
        this.caller = caller;
        this.calendar = calendar;
    }

    void store(Award award) {
        persist(award);
        award.basis().municipalities().forEach(code -> getEntityManager().persist(new AwardMunicipality(award, code)));
    }

    /** Stores a change by which another number of awards stands. */
    void flushFigures() {
        dataSet.markChanged();
        flush();
    }

    boolean shows(String organisationId) {
        return organisations.shows(organisationId, FundingAccess.READ_EVERY_GRANT);
    }

    /** Narrows a list to what the caller sees. The path leads from the list's entity to the organisation. */
    Filter narrow(Filter filter, String organisationPath) {
        return organisations.narrow(filter, organisationPath, FundingAccess.READ_EVERY_GRANT);
    }

    /** Until this transaction ends, awards are read as they are stored, and nothing is compared and stored at its end. */
    void readOnly() {
        var session = getEntityManager().unwrap(Session.class);
        session.setDefaultReadOnly(true);
        session.setHibernateFlushMode(FlushMode.MANUAL);
    }

    /** The awards with these ids. Their statement is always the same, whereas that of a query depends on their number. */
    List<Award> all(List<UUID> ids) {
        return getEntityManager().unwrap(Session.class).findMultiple(Award.class, ids);
    }

    /** The award; 404 when it is not there or not visible to the caller. */
    Award visible(UUID id) {
        return visible(findByIdOptional(id));
    }

    /** The award, if it is there and visible to the caller. */
    Optional<Award> find(UUID id) {
        return findByIdOptional(id).filter(one -> shows(one.basis().organisationId()));
    }

    /** As {@link #visible(UUID)}, locked until the transaction ends: changes of one award queue here. */
    Award held(UUID id) {
        return visible(findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE));
    }

    private Award visible(Optional<Award> award) {
        var found = award.filter(one -> shows(one.basis().organisationId())).orElseThrow(ProblemException::notFound);
        noteReader(List.of(found));
        return found;
    }

    /**
     * Notes that the caller reads these awards, of which of them the recipient is gone, and which of these grants can go to
     * its successor.
     */
    void noteReader(Collection<Award> awards) {
        var gone = gone(
                awards.stream().map(award -> award.basis().organisationId()).collect(Collectors.toSet()));
        var succeeded = organisations.succeededBy(
                awards.stream()
                        .filter(Award::isDecentralisationGrant)
                        .map(award -> award.basis().organisationId())
                        .collect(Collectors.toSet()),
                calendar.today());
        awards.forEach(award -> award.noteReader(
                caller.get(),
                gone.contains(award.basis().organisationId()),
                award.isDecentralisationGrant()
                        && succeeded.contains(award.basis().organisationId())));
    }

    /** Those of these organisations that are not there today. */
    Set<String> gone(Collection<String> numbers) {
        return organisations.goneBy(numbers, calendar.today());
    }

    /**
     * Stores another recipient: the one column of what was granted that can be written. The trigger tr_award_moved
     * moves its conditions, documents and reserved payments.
     */
    void move(Award award, String organisationId) {
        flushFigures();
        getEntityManager()
                .createNativeQuery("update award set organisation_id = :to, version = version + 1 where id = :id")
                .setParameter("to", organisationId)
                .setParameter("id", award.id())
                .executeUpdate();
        getEntityManager().refresh(award);
        noteReader(List.of(award));
    }

    /** The organisations that took the place of this one by the day; empty while it is there. */
    List<String> successors(String organisationId, LocalDate day) {
        return organisations.successorsOf(organisationId, day);
    }

    Optional<Award> findByNaturalId(String programme, String number) {
        return find("basis.programme = ?1 and code_key(basis.number) = code_key(?2)", programme, number)
                .firstResultOptional();
    }

    /** Some of the applications under a scheme that were refused with a score, by their ids. */
    List<UUID> refusedByRank(String scheme) {
        return getEntityManager()
                .createQuery(
                        "select e.id from Application e where e.scheme = :scheme and e.status = REFUSED"
                                + " and e.totalScore is not null order by e.id",
                        UUID.class)
                .setParameter("scheme", scheme)
                .setMaxResults(MOST_NAMED)
                .getResultList();
    }

    /** What the awards under a scheme come to, in euros. */
    BigDecimal granted(String scheme) {
        return getEntityManager()
                .createQuery(
                        "select coalesce(sum(case e.status when REVOKED then 0 when SETTLED then e.settledAmount"
                                + " else e.amount end), 0) from Award e where e.basis.scheme = :scheme",
                        BigDecimal.class)
                .setParameter("scheme", scheme)
                .getSingleResult();
    }

    /** A number for an award that comes from a decision in the system. */
    String nextNumber(int year) {
        return ScalarQuery.of(
                        getEntityManager(),
                        "select :year || '-' || lpad(nextval('award_number')::text, 6, '0')",
                        String.class)
                .setParameter("year", String.valueOf(year))
                .getSingleResult();
    }

    /** Who decided something about each of these awards, or recorded the decision. */
    Map<UUID, Set<String>> deciders(Collection<UUID> awards) {
        var deciders = new HashMap<UUID, Set<String>>();
        getEntityManager()
                .createQuery(
                        "select d.award.id, d.decidedBy, d.createdBy from AwardDecision d where d.award.id in :awards",
                        Object[].class)
                .setParameter("awards", awards)
                .getResultList()
                .forEach(row -> deciders.computeIfAbsent((UUID) row[0], id -> new HashSet<>())
                        .addAll(List.of((String) row[1], (String) row[2])));
        return deciders;
    }
}
