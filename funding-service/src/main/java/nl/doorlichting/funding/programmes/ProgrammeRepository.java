package nl.doorlichting.funding.programmes;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.lists.Lists;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.lists.SortKey;
import nl.doorlichting.platform.queries.RowQuery;
import nl.doorlichting.platform.queries.ScalarQuery;

@ApplicationScoped
class ProgrammeRepository implements PanacheRepositoryBase<Programme, UUID> {
    // A year is a budget year as long as one of its days is in the programme. What lies outside already stays there.
    private static final String USED = """
            select cast(min(first) filter (where first >= :begin) as text),
                cast(max(last) filter (where last <= :end) as text)
            from (
                select period_from, period_until from award where programme = :programme
                union all
                select make_date(year, 12, 31), make_date(year, 1, 2) from award where programme = :programme
                union all
                select make_date(year, 12, 31), make_date(year, 1, 2) from disbursement where programme = :programme
                union all
                select make_date(year, 12, 31), make_date(year, 1, 2) from budget_sum where programme = :programme
            ) used (first, last)
            """;

    /**
     * Days that awards, payments and entries of a programme need.
     *
     * @param from last day on which it can begin; null when any will do
     * @param until first day on which it can be over; null when any will do
     */
    record Used(LocalDate from, LocalDate until) {}

    private static final ListKeys KEYS = new ListKeys(
            SortKey.of("id", UUID.class),
            "code",
            List.of(
                    SortKey.of("code", String.class),
                    SortKey.of("name", String.class),
                    SortKey.of("periodFrom", LocalDate.class)));

    Page<Programme> page(Filter filter, PageRequest request) {
        return new Lists(getEntityManager()).page(Programme.class, filter, KEYS, request);
    }

    /** What needs days of this period of the programme. */
    Used used(String programme, Period period) {
        var row = RowQuery.of(getEntityManager(), USED)
                .setParameter("programme", programme)
                .setParameter("begin", period.from())
                .setParameter("end", period.until())
                .getSingleResult();
        return new Used(day(row[0]), day(row[1]));
    }

    private static LocalDate day(Object text) {
        return text == null ? null : LocalDate.parse((String) text);
    }

    List<String> codes() {
        return getEntityManager()
                .createQuery("select code from Programme order by code", String.class)
                .getResultList();
    }

    /** Of the programmes that the public finds money of. */
    List<String> codesWithScheme() {
        return ScalarQuery.of(
                        getEntityManager(),
                        "select p.code from programme p where exists (select from scheme s where s.programme = p.code)"
                                + " order by p.code",
                        String.class)
                .getResultList();
    }

    Optional<Programme> findByCode(String code) {
        return find("code", code).firstResultOptional();
    }

    /** The one that has this natural id, or one that differs by case only. */
    Optional<Programme> findByNaturalId(String code) {
        return find("code_key(code) = code_key(?1)", code).firstResultOptional();
    }
}
