package nl.doorlichting.training.trainingstatistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.doorlichting.api.figures.TrainingChanges;
import nl.doorlichting.api.figures.TrainingChanges.Change;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.releases.ChangeReason;
import nl.doorlichting.domain.releases.ChangeReason.Counted;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.platform.time.DutchCalendar;
import nl.doorlichting.training.TrainingDataSet;

/**
 * Compares what sessions, head counts and tallies counted at two instants. A session that is planned, and one that is held,
 * count for the same: the head count is a record of its own.
 */
@ApplicationScoped
class TrainingChangesService {
    private static final String CHANGED = """
        s.id in (
            select id from training_session where created_at > :since and created_at <= :until
                or session_date >= :day_before and session_date < :day_after
            union all
            select session_id from former_training_session where replaced_at > :since and replaced_at <= :until
            union all
            select session_id from head_count where recorded_at > :since and recorded_at <= :until)
        """;
    private static final String SESSIONS = """
        select 'session ' || s.id, s.session_date, s.session_date + 1, array_to_string(s.place_municipalities, ','),
            s.training_type, t.target_group, s.track, s.action_line, s.funding_instrument, '',
            case when s.status = 'CANCELLED' then 'CANCELLED' when c.session_id is null and s.session_date < :today
                then 'NEVER_HELD' else '' end
        from %1$s s
        join training_type t on t.code = s.training_type
        left join %2$s
        where s.programme = :programme and %3$s
        union all
        select 'count ' || s.id, s.session_date, s.session_date + 1, array_to_string(s.place_municipalities, ','),
            s.training_type, c.target_group, s.track, s.action_line, s.funding_instrument,
            cast((c.quantity_kind, c.quantity_value, c.quantity_plus_minus, c.quantity_minimum, c.quantity_maximum)
                as text), coalesce(s.included_in, '')
        from %1$s s
        join %2$s
        where s.status <> 'CANCELLED' and s.programme = :programme and %3$s
        """.formatted(SessionSql.THEN, SessionSql.HEAD_COUNT, CHANGED);
    private static final String TALLIES = """
        select 'tally ' || e.tally_id, e.period_from, e.period_until, array_to_string(e.place_municipalities, ','),
            e.training_type, e.target_group, e.track, e.action_line, e.funding_instrument,
            cast(to_jsonb(e) - string_to_array('version,recorded_at,recorded_by,reason', ',') as text), ''
        from training_tally e
        where e.programme = :programme and %s and e.tally_id in (
            select tally_id from training_tally where recorded_at > :since and recorded_at <= :until)
        """.formatted(TallyFacts.LATEST_THEN);
    private static final int COUNTED = 9;

    private final EntityManager entities;
    private final TrainingDataSet dataSet;

    TrainingChangesService(EntityManager entities, TrainingDataSet dataSet) {
        this.entities = entities;
        this.dataSet = dataSet;
    }

    /** What a record states; only the last component is in no table. */
    private record Statement(
            Period period,
            TreeSet<String> municipalities,
            String trainingType,
            String targetGroup,
            String track,
            String actionLine,
            String fundingInstrument,
            String phase) {

        Statement inPhase(String other) {
            return new Statement(
                    period, municipalities, trainingType, targetGroup, track, actionLine, fundingInstrument, other);
        }

        Change as(ChangeReason reason) {
            return new Change(
                    reason,
                    period,
                    List.copyOf(municipalities),
                    trainingType,
                    code(TargetGroup.class, targetGroup),
                    code(Track.class, track),
                    code(ActionLine.class, actionLine),
                    code(FundingInstrument.class, fundingInstrument));
        }

        private static <E extends Enum<E>> E code(Class<E> codes, String name) {
            return name == null ? null : Enum.valueOf(codes, name);
        }
    }

    /** Each reason once for all records that state the same. */
    @Transactional
    TrainingChanges between(String programme, Instant since, Instant until) {
        var revision = dataSet.beginConsistentRead();
        var before = at(since, programme, since, until);
        var after = at(until, programme, since, until);
        var changes = Stream.concat(before.keySet().stream(), after.keySet().stream())
                .distinct()
                .flatMap(id -> changes(before.get(id), after.get(id)))
                .distinct()
                .toList();
        return new TrainingChanges(changes, revision);
    }

    private static Stream<Change> changes(Counted<Statement> before, Counted<Statement> after) {
        return ChangeReason.between(heldLater(before, after), after).stream()
                .flatMap(reason -> Stream.of(before, after)
                        .filter(counted -> counted != null)
                        .map(counted -> counted.stated().as(reason)));
    }

    // A session that is counted after its day has not moved: its head count is new.
    private static Counted<Statement> heldLater(Counted<Statement> before, Counted<Statement> after) {
        return before != null
                        && after != null
                        && before.stated().phase().equals("NEVER_HELD")
                        && after.stated().phase().isEmpty()
                ? new Counted<>(before.stated().inPhase(""), before.counted())
                : before;
    }

    private Map<String, Counted<Statement>> at(Instant asOf, String programme, Instant since, Instant until) {
        var found = new HashMap<String, Counted<Statement>>();
        Map<String, Object> changed = Map.of("programme", programme, "as_of", asOf, "since", since, "until", until);
        add(NativeRows.of(entities, TALLIES, changed), found);
        var ofSessions = new HashMap<>(changed);
        ofSessions.put("today", DutchCalendar.dayOf(asOf));
        ofSessions.put("day_before", DutchCalendar.dayOf(since));
        ofSessions.put("day_after", DutchCalendar.dayOf(until));
        add(NativeRows.of(entities, SESSIONS, ofSessions), found);
        return found;
    }

    private static void add(List<Object[]> rows, Map<String, Counted<Statement>> found) {
        rows.forEach(row -> found.put((String) row[0], new Counted<>(statement(row), row[COUNTED])));
    }

    private static Statement statement(Object[] row) {
        var places = new TreeSet<>(List.of(((String) row[3]).split(",")));
        places.remove("");
        return new Statement(
                NativeRows.period(row[1], row[2]),
                places,
                (String) row[4],
                (String) row[5],
                (String) row[6],
                (String) row[7],
                (String) row[8],
                (String) row[COUNTED + 1]);
    }
}
