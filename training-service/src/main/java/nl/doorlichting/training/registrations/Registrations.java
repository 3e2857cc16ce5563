package nl.doorlichting.training.registrations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.domain.vocabulary.Profession;
import nl.doorlichting.platform.time.DutchCalendar;
import nl.doorlichting.training.personaldata.PersonalData;
import nl.doorlichting.training.personaldata.PersonalDataUpkeep;
import nl.doorlichting.training.registrations.RegistrationResponse.RegistrationSession;
import nl.doorlichting.training.trainingsessions.SessionAction;
import nl.doorlichting.training.trainingsessions.TrainingSession;
import nl.doorlichting.training.trainingsessions.TrainingSessions;
import nl.doorlichting.training.trainingsessions.WaitingList;

/** The queues of sessions, and registrations by session and by person. Its callers have a transaction. */
@ApplicationScoped
public class Registrations implements WaitingList, PersonalDataUpkeep {
    private final RegistrationRepository registrations;
    private final TrainingSessions sessions;
    private final PersonalData data;
    private final DutchCalendar calendar;

    Registrations(
            RegistrationRepository registrations,
            TrainingSessions sessions,
            PersonalData data,
            DutchCalendar calendar) {
        this.registrations = registrations;
        this.sessions = sessions;
        this.data = data;
        this.calendar = calendar;
    }

    /**
     * A registration that a roll call can name.
     *
     * @param status of a person without a place too, who may come but is not missed
     */
    public record Registered(UUID id, RegistrationStatus status, Profession profession) {
        public boolean hasPlace() {
            return status == RegistrationStatus.REGISTERED;
        }
    }

    /**
     * A registration with its person.
     *
     * @param subject null when a coordinator made it
     * @param name null when it is not stated
     * @param email null when it is not stated
     */
    public record PersonRegistration(
            UUID id,
            RegistrationSession session,
            RegistrationStatus status,
            String subject,
            String name,
            String email,
            Profession profession,
            Instant createdAt) {

        @Override
        public String toString() {
            return "PersonRegistration[id=" + id + "]";
        }
    }

    /** Cancels the registration and gives its place to the person who waits longest. */
    void leave(Registration registration, TrainingSession session) {
        var waited = registration.isWaiting();
        registration.cancel(calendar.now());
        session.left(waited);
        moveUp(session);
    }

    /** Erases the person, and gives up a place in an upcoming session, which would stay empty. */
    void erase(Registration registration, TrainingSession session) {
        registration.erase(calendar.now());
        if (!registration.isCancelled() && session.allows(SessionAction.REGISTRATIONS, calendar.today())) {
            leave(registration, session);
        }
    }

    @Override
    public void moveUp(TrainingSession session) {
        var places = session.freeForWaiting();
        if (places > 0) {
            session.movedUp(registrations.moveUp(session.id(), places, calendar.now()));
        }
    }

    /** Registrations with a place or one in the queue, in the order of arrival. */
    public List<Registered> standing(UUID sessionId) {
        return registrations.list("sessionId = ?1 and status <> CANCELLED order by number", sessionId).stream()
                .map(one -> new Registered(one.id(), one.status(), one.profession()))
                .toList();
    }

    /** All registrations of this account, the oldest first. */
    public List<PersonRegistration> ofSubject(String subject) {
        return open(registrations.list("subject = ?1 order by createdAt", subject));
    }

    /** Registrations that coordinators made for this address, which is verified as the person's, the oldest first. */
    public List<PersonRegistration> madeFor(String verifiedEmail) {
        return open(registrations.madeFor(data.indexesOf(verifiedEmail)).stream()
                .filter(one -> PersonalData.isSameAddress(one.person(data).email(), verifiedEmail))
                .toList());
    }

    /**
     * What a person's registrations for one session come to.
     *
     * @param status of the one that is not cancelled, if any
     */
    public record PersonAttendance(UUID sessionId, RegistrationStatus status, Changes changes) {}

    /**
     * How often something changed.
     *
     * @param count grows with each change
     * @param last when it was made or changed last
     */
    public record Changes(int count, Instant last) {
        /** Those of two things together. */
        public Changes and(Changes other) {
            return new Changes(count + other.count, last.isAfter(other.last) ? last : other.last);
        }
    }

    /**
     * By session, for what this account is or was registered.
     *
     * @param verifiedEmail the address for which coordinators may have registered the person too; null without one
     */
    public List<PersonAttendance> attendedBy(String subject, String verifiedEmail) {
        var made = verifiedEmail == null
                ? Stream.<Registration>empty()
                : registrations.madeFor(data.indexesOf(verifiedEmail)).stream()
                        .filter(one ->
                                PersonalData.isSameAddress(one.person(data).email(), verifiedEmail));
        return Stream.concat(registrations.list("subject = ?1", subject).stream(), made)
                .collect(Collectors.groupingBy(Registration::sessionId))
                .entrySet()
                .stream()
                .map(of -> new PersonAttendance(
                        of.getKey(),
                        of.getValue().stream()
                                .map(Registration::status)
                                .filter(status -> status != RegistrationStatus.CANCELLED)
                                .findFirst()
                                .orElse(RegistrationStatus.CANCELLED),
                        of.getValue().stream()
                                .map(Registration::changes)
                                .reduce(Changes::and)
                                .orElseThrow()))
                .toList();
    }

    /**
     * By session, the changes of registrations whose person was erased or replaced, all together; a session without one is
     * absent.
     */
    public Map<UUID, Changes> changesForAll(Collection<UUID> sessionIds) {
        return registrations.changesForAll(sessionIds);
    }

    /** All registrations with this address, the oldest first. */
    public List<PersonRegistration> ofEmail(String email) {
        return open(registrations.list("person.emailIndex in ?1 order by createdAt", data.indexesOf(email)));
    }

    /** Erases the persons of these registrations and cancels those for upcoming sessions. */
    public void erase(List<PersonRegistration> ofPerson) {
        // An entity that was read before the lock may be outdated.
        registrations.getEntityManager().clear();
        // In one order, so that two requests at once do not wait for each other.
        ofPerson.stream()
                .sorted(Comparator.comparing(one -> one.session().id().toString()))
                .forEach(one -> {
                    var session = sessions.lock(one.session().id());
                    erase(registrations.lock(one.id()), session);
                });
    }

    @Override
    public int eraseOverdue(int atMost) {
        return registrations.eraseOverdue(calendar.today(), calendar.now(), atMost);
    }

    @Override
    public Overdue overdue() {
        return registrations.overdue(calendar.today());
    }

    @Override
    public int reseal(int atMost) {
        var found = registrations.toSeal(data, atMost);
        found.forEach(registration -> registration.seal(data));
        return found.size();
    }

    private List<PersonRegistration> open(List<Registration> found) {
        var of = sessions.byId(found.stream().map(Registration::sessionId).toList());
        return found.stream()
                .map(one -> {
                    var person = one.person(data);
                    return new PersonRegistration(
                            one.id(),
                            RegistrationSession.from(of.get(one.sessionId())),
                            one.status(),
                            one.subject(),
                            person.name(),
                            person.email(),
                            one.profession(),
                            one.createdAt());
                })
                .toList();
    }
}
