package nl.doorlichting.training.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.doorlichting.domain.vocabulary.Profession;
import nl.doorlichting.platform.queries.RowQuery;
import nl.doorlichting.training.attendance.RollCallResponse.ProfessionCount;
import nl.doorlichting.training.registrations.AttendanceStatus;
import nl.doorlichting.training.registrations.RollCalls;

/** Lines of roll calls, and the number of people present by profession. */
@ApplicationScoped
public class AttendanceRepository implements RollCalls {
    private static final String SESSION = "session";
    private static final String VERSION = "version";

    private final EntityManager entities;

    AttendanceRepository(EntityManager entities) {
        this.entities = entities;
    }

    void add(UUID sessionId, int version, List<RollCall.Line> lines) {
        for (int i = 0; i < lines.size(); i++) {
            entities.persist(new Attendance(sessionId, version, i + 1, lines.get(i)));
        }
        entities.flush();
        entities.createNativeQuery("""
                        insert into profession_count (session_id, version, profession, present)
                        select session_id, version, profession, count(*) from attendance
                        where session_id = :session and version = :version and status = 'PRESENT'
                            and profession is not null
                        group by session_id, version, profession
                        """)
                .setParameter(SESSION, sessionId)
                .setParameter(VERSION, version)
                .executeUpdate();
    }

    List<Attendance> lines(UUID sessionId, int version) {
        return entities.createQuery(
                        "from Attendance where sessionId = :session and version = :version order by line",
                        Attendance.class)
                .setParameter(SESSION, sessionId)
                .setParameter(VERSION, version)
                .getResultList();
    }

    @Override
    public Map<UUID, AttendanceStatus> ofRegistrations(Collection<UUID> ids) {
        return entities.createQuery(
                        "from Attendance e where e.registrationId in :ids and not exists (select 1 from Attendance later"
                                + " where later.sessionId = e.sessionId and later.version > e.version)",
                        Attendance.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(Attendance::registrationId, Attendance::status));
    }

    List<ProfessionCount> professions(UUID sessionId, int version) {
        return RowQuery.of(entities, """
                        select profession, present from profession_count
                        where session_id = :session and version = :version order by present desc, profession
                        """)
                .setParameter(SESSION, sessionId)
                .setParameter(VERSION, version)
                .getResultList()
                .stream()
                .map(row -> new ProfessionCount(Profession.valueOf((String) row[0]), ((Number) row[1]).intValue()))
                .toList();
    }
}
