package nl.doorlichting.funding.awards;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.problems.ProblemException;

/** What other features ask of awards. Whoever changes one holds it first, so that two at once queue. */
@ApplicationScoped
public class Awards {
    private final AwardRepository awards;
    private final AwardVisibility visibility;
    private final AwardDays days;

    Awards(AwardRepository awards, AwardVisibility visibility, AwardDays days) {
        this.awards = awards;
        this.visibility = visibility;
        this.days = days;
    }

    /** The award; 404 when it is not there or not visible to the caller. */
    public AwardSummary get(UUID id) {
        return awards.findByIdOptional(id)
                .filter(award -> visibility.shows(award.organisationId))
                .map(AwardSummary::of)
                .orElseThrow(ProblemException::notFound);
    }

    /** The same, held until the transaction ends. */
    public AwardSummary hold(UUID id) {
        return AwardSummary.of(held(id));
    }

    /** Whether the caller sees what belongs to this organisation's awards. */
    public boolean shows(String organisationId) {
        return visibility.shows(organisationId);
    }

    /** Narrows a list to what the caller sees; the path leads to the organisation of the award. */
    public Filter narrow(Filter filter, String organisationPath) {
        return visibility.narrow(filter, organisationPath);
    }

    /** Subjects of who decided about each award: they do not release its payments (docs/design/rules.md#four-eyes). */
    public Map<UUID, Set<String>> deciders(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : awards.deciders(ids);
    }

    /** Holds room for a payment, of a part of the plan when one is named; 409 with what is left. */
    public void reserve(UUID id, Integer instalment, UUID disbursement, Money amount) {
        AwardPayments.reserve(held(id), instalment, disbursement, amount);
    }

    /** Gives back what was held for a payment that will not be made. */
    public void free(UUID id, UUID disbursement, Money amount) {
        AwardPayments.free(held(id), disbursement, amount);
    }

    /** What was held for this payment is paid today. */
    public void pay(UUID id, UUID disbursement, Money amount) {
        AwardPayments.pay(held(id), disbursement, amount, days.today());
    }

    /** Claims back what was paid without right to it; 409 with what is left to claim. */
    public void claim(UUID id, Money amount) {
        AwardPayments.claim(held(id), amount);
    }

    /** The day it is in the Netherlands. */
    public LocalDate today() {
        return days.today();
    }

    private Award held(UUID id) {
        return awards.hold(id)
                .filter(award -> visibility.shows(award.organisationId))
                .orElseThrow(ProblemException::notFound);
    }
}
